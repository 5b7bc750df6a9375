package org.knudsen.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a folder may hold that came from elsewhere: files of its own. A link would lead out of it,
 * and a pipe or a device has no end; neither is opened.
 */
public final class PlainFile {

  /** More than any manifest or study takes, and little enough to be read at once. */
  public static final long MOST_TEXT = 16 << 20;

  private PlainFile() {}

  /** Why a file must not be opened, in words that follow its name; empty if it may be. */
  public static String problem(Path file, long mostBytes) throws IOException {
    BasicFileAttributes found;
    try {
      found = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    } catch (NoSuchFileException e) {
      return "is missing";
    }
    if (found.isSymbolicLink()) {
      return "is a link; allowed: a file of the folder itself";
    }
    if (!found.isRegularFile()) {
      return "is no file";
    }
    return found.size() > mostBytes
        ? "has %s bytes; allowed: %s".formatted(found.size(), mostBytes)
        : "";
  }

  /** Whether a path is a folder itself, no link to one. */
  public static boolean isFolder(Path path) {
    return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
  }

  /** What is in a folder, by name. */
  public static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.sorted().toList();
    }
  }

  /** Removes a file, or a folder and all that is in it; of a link, the link. */
  public static void delete(Path path) throws IOException {
    List<Path> all;
    try (Stream<Path> found = Files.walk(path)) {
      all = found.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path each : all) {
      Files.delete(each);
    }
  }
}
