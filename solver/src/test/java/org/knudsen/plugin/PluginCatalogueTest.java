package org.knudsen.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knudsen.kernel.CollisionKernel;
import org.knudsen.mixture.Mixture;
import org.knudsen.mixture.Species;

class PluginCatalogueTest {

  private static final PluginFamily<CollisionKernelProvider> KERNELS =
      PluginFamily.COLLISION_KERNELS;

  @TempDir Path folder;
  private final List<URLClassLoader> open = new ArrayList<>();

  @AfterEach
  void close() throws IOException {
    for (URLClassLoader loader : open) {
      loader.close();
    }
  }

  private PluginCatalogue load(Path... jars) throws IOException {
    URL[] urls = new URL[jars.length];
    for (int k = 0; k < jars.length; k++) {
      urls[k] = jars[k].toUri().toURL();
    }
    URLClassLoader loader = new URLClassLoader(urls, getClass().getClassLoader());
    open.add(loader);
    return PluginCatalogue.load(loader);
  }

  private Path good() throws IOException {
    return StrangersJar.forwardScattering().write(folder.resolve("good.jar"));
  }

  /** A provider with the given id, description and constructor body. */
  private static String kernel(String className, String id, String constructor) {
    return """
        package com.example;
        public class %1$s implements org.knudsen.plugin.CollisionKernelProvider {
          public %1$s() { %3$s }
          public String id() { return "%2$s"; }
          public String description() { return "a kernel"; }
          public String reference() { return "nowhere"; }
          public org.knudsen.kernel.CollisionKernel create(
              org.knudsen.mixture.Mixture m, org.knudsen.plugin.ParameterValues p) { return null; }
        }
        """
        .formatted(className, id, constructor);
  }

  private Path jar(String file, String className, String source) throws IOException {
    return new StrangersJar()
        .compile(className, source)
        .providing(KERNELS, "com.example." + className)
        .write(folder.resolve(file));
  }

  @Test
  void findsAStrangersKernelByItsId() throws IOException {
    Path jar = good();
    PluginCatalogue catalogue = load(jar);
    assertEquals(List.of(), catalogue.problems());
    assertEquals(jar.toString(), catalogue.plugins(KERNELS).get(0).source());
    CollisionKernelProvider provider = catalogue.find(KERNELS, "forward-scattering");
    Mixture mixture = Mixture.of(new Species("a", 1, 1), new Species("b", 2, 1));
    CollisionKernel kernel =
        provider.create(
            mixture, ParameterValues.of(provider.parameters(), 2, java.util.Map.of("k", 0.25)));
    assertEquals(2 * 1.125, kernel.pair(0, 1).at(2, 0.5), 1e-15);
  }

  @Test
  void theExampleHasTwentyLines() throws IOException {
    assertTrue(StrangersJar.exampleSource().lines().count() <= 20);
  }

  /**
   * Every way of being broken at once: each is a problem that names its jar; the good one works.
   */
  @Test
  void brokenJarsDoNotHideTheGoodOne() throws IOException {
    Path missing =
        new StrangersJar()
            .providing(KERNELS, "com.example.NotThere\n")
            .write(folder.resolve("missing.jar"));
    Path malformed =
        new StrangersJar()
            .providing(KERNELS, "this is no class name\n")
            .write(folder.resolve("malformed.jar"));
    Path throwing =
        jar(
            "throwing.jar",
            "Throwing",
            kernel("Throwing", "throwing", "throw new IllegalStateException(\"no licence\");"));
    String derived =
        kernel("Orphan", "orphan", "")
            .replace("public class Orphan", "class Parent {} public class Orphan extends Parent");
    Path orphan =
        new StrangersJar()
            .compile("Orphan", derived)
            .without("Parent")
            .providing(KERNELS, "com.example.Orphan")
            .write(folder.resolve("orphan.jar"));
    Path linkage =
        jar(
            "linkage.jar",
            "Linkage",
            kernel("Linkage", "linkage", "if (true) throw new NoClassDefFoundError(\"a/b/C\");"));
    Path stranger =
        jar("stranger.jar", "Stranger", "package com.example; public class Stranger {}");
    Path badId = jar("badid.jar", "BadId", kernel("BadId", "Bad Id", ""));
    Path idThrows =
        jar(
            "idthrows.jar",
            "IdThrows",
            kernel("IdThrows", "x", "")
                .replace("return \"x\";", "throw new UnsupportedOperationException(\"later\");"));
    Path asserts =
        jar(
            "asserts.jar",
            "Asserts",
            kernel("Asserts", "x", "")
                .replace("return \"x\";", "throw new AssertionError(\"odd\");"));
    Path endless =
        jar(
            "endless.jar",
            "Endless",
            kernel("Endless", "x", "").replace("return \"x\";", "return id() + id();"));
    List<Path> broken =
        List.of(
            missing, malformed, throwing, orphan, linkage, stranger, badId, idThrows, asserts,
            endless);
    List<Path> all = new ArrayList<>(broken);
    all.add(4, good());

    PluginCatalogue catalogue = load(all.toArray(Path[]::new));

    assertEquals(
        "com.example.ForwardScattering",
        catalogue.find(KERNELS, "forward-scattering").getClass().getName());
    assertEquals(1, catalogue.plugins(KERNELS).size());
    assertEquals(broken.size(), catalogue.problems().size(), catalogue.problems().toString());
    for (Path jar : broken) {
      PluginProblem problem =
          catalogue.problems().stream()
              .filter(p -> p.source().equals(jar.toString()))
              .findFirst()
              .orElseThrow(() -> new AssertionError(jar + " not in " + catalogue.problems()));
      assertEquals(Optional.of(KERNELS), problem.family());
      assertFalse(problem.message().contains("\n"), problem.message());
    }
    assertMessage(catalogue, missing, "com.example.NotThere not found");
    assertMessage(catalogue, throwing, "no licence");
    assertMessage(catalogue, orphan, "com/example/Parent");
    assertMessage(catalogue, linkage, "a/b/C");
    assertMessage(catalogue, stranger, "not a subtype");
    assertMessage(catalogue, badId, "id 'Bad Id'");
    assertMessage(catalogue, idThrows, "later");
    assertMessage(catalogue, asserts, "com.example.Asserts: java.lang.AssertionError: odd");
    assertMessage(catalogue, endless, "StackOverflowError");

    PluginLookupException error =
        assertThrows(PluginLookupException.class, () -> catalogue.find(KERNELS, "throwing"));
    assertTrue(error.getMessage().contains(throwing.toString()), error.getMessage());
  }

  /** Java passes over what it cannot open on a class path, without a word. */
  @Test
  void jarsThatCannotBeOpenedAreNamed() throws IOException {
    Path text = Files.writeString(folder.resolve("text.jar"), "no zip");
    Path empty = Files.write(folder.resolve("empty.jar"), new byte[0]);
    byte[] whole = Files.readAllBytes(good());
    Path cut = Files.write(folder.resolve("cut.jar"), Arrays.copyOf(whole, whole.length / 2));
    Path gone = folder.resolve("gone.jar");
    PluginCatalogue catalogue =
        load(text, empty, folder.resolve("good.jar"), cut, gone, folder.resolve("no-folder/"));
    assertEquals(
        List.of(text, empty, cut, gone),
        catalogue.problems().stream().map(problem -> Path.of(problem.source())).toList());
    for (PluginProblem problem : catalogue.problems()) {
      assertEquals(Optional.empty(), problem.family());
    }
    assertMessage(catalogue, cut, "or a part of one");
    assertMessage(catalogue, gone, "no such jar");
    PluginLookupException error =
        assertThrows(PluginLookupException.class, () -> catalogue.find(KERNELS, "theirs"));
    assertTrue(error.getMessage().contains(cut.toString()), error.getMessage());
  }

  @Test
  void aConstructorThatHangsIsAProblemAndTheOthersWork() throws IOException {
    Path hangs =
        jar(
            "hangs.jar",
            "Hangs",
            kernel(
                "Hangs",
                "hangs",
                "try { Thread.sleep(60_000); } catch (InterruptedException e) {}"));
    Path good = good();
    PluginCatalogue catalogue =
        assertTimeout(Duration.ofSeconds(10), () -> load(hangs, good)); // 3 s on a machine at rest
    assertEquals(1, catalogue.plugins(KERNELS).size());
    assertMessage(catalogue, hangs, "com.example.Hangs: does not return within 3 s");
  }

  /**
   * Nothing keeps a plugin from ending the process; but not unnamed, and not as if all were well.
   */
  @Test
  void aConstructorThatExitsIsNamed() throws IOException, InterruptedException {
    Path exits = jar("exits.jar", "Exits", kernel("Exits", "exits", "System.exit(0);"));
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path") + File.pathSeparator + exits,
                Load.class.getName())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(
        "plugin com.example.Exits in " + exits + " ends the process while it is loaded",
        said.strip());
    assertEquals(1, process.waitFor());
  }

  /** A process that loads plugins. */
  static final class Load {
    public static void main(String[] arguments) {
      System.out.println(PluginCatalogue.load(Load.class.getClassLoader(), System.out::println));
    }
  }

  private static void assertMessage(PluginCatalogue catalogue, Path jar, String part) {
    assertTrue(
        catalogue.problems().stream()
            .anyMatch(p -> p.source().equals(jar.toString()) && p.message().contains(part)),
        part + " not in " + catalogue.problems());
  }

  @Test
  void anIdOfferedTwiceIsAnErrorThatNamesBothJars() throws IOException {
    Path one = jar("one.jar", "One", kernel("One", "same-id", ""));
    Path two = jar("two.jar", "Two", kernel("Two", "same-id", ""));
    PluginCatalogue catalogue = load(one, good(), two);
    assertEquals(
        List.of(
            "collision kernel in "
                + one
                + " and "
                + two
                + ": id 'same-id' is offered more than once; remove all but one"),
        catalogue.problems().stream().map(PluginProblem::toString).toList());
    PluginLookupException error =
        assertThrows(PluginLookupException.class, () -> catalogue.find(KERNELS, "same-id"));
    assertEquals(
        "collision kernel: found id 'same-id', which is offered more than once, by "
            + one
            + " and "
            + two
            + "; allowed: forward-scattering",
        error.getMessage());
    assertEquals(1, catalogue.plugins(KERNELS).size());
  }

  @Test
  void theSameIdInTwoFamiliesIsNoDuplicate() {
    PluginCatalogue catalogue =
        PluginCatalogue.empty()
            .with(KERNELS, new Named("twin"))
            .with(PluginFamily.TIME_INTEGRATORS, new NamedScheme("twin"));
    assertEquals(2, catalogue.plugins().size());
    assertEquals(List.of(), catalogue.problems());
  }

  @Test
  void anUnknownIdIsAnsweredWithTheValidOnesAndTheNearest() {
    PluginCatalogue catalogue =
        PluginCatalogue.empty()
            .with(KERNELS, new Named("vhs"))
            .with(KERNELS, new Named("hard-sphere"));
    PluginLookupException error =
        assertThrows(PluginLookupException.class, () -> catalogue.find(KERNELS, "hard-spere"));
    assertEquals(
        "collision kernel: found unknown id 'hard-spere'; allowed: hard-sphere, vhs"
            + " (nearest: hard-sphere)",
        error.getMessage());
    PluginLookupException far =
        assertThrows(PluginLookupException.class, () -> catalogue.find(KERNELS, "bgk"));
    assertEquals(
        "collision kernel: found unknown id 'bgk'; allowed: hard-sphere, vhs", far.getMessage());
  }

  @Test
  void aProviderFromANotebookCellJoinsACopy() {
    PluginCatalogue before = PluginCatalogue.empty().with(KERNELS, new Named("one"));
    PluginCatalogue after = before.with(KERNELS, new Named("another"));
    assertEquals(
        List.of("another", "one"), after.plugins(KERNELS).stream().map(Plugin::id).toList());
    assertEquals(1, before.plugins().size());
    assertThrows(IllegalArgumentException.class, () -> after.with(KERNELS, new Named("one")));
    assertThrows(IllegalArgumentException.class, () -> after.with(KERNELS, new Named("One")));
  }

  @Test
  void aFolderOfClassesIsASourceToo() throws IOException {
    Path services = folder.resolve("classes/META-INF/services");
    Files.createDirectories(services);
    Files.writeString(services.resolve(KERNELS.type().getName()), "com.example.Gone");
    PluginCatalogue catalogue = load(folder.resolve("classes"));
    assertEquals(1, catalogue.problems().size());
    assertTrue(
        catalogue.problems().get(0).source().startsWith(folder.resolve("classes").toString()),
        catalogue.problems().toString());
  }

  @Test
  void aSchemeMustNotTakeTheStudysStepSize() {
    NamedScheme scheme =
        new NamedScheme("euler") {
          @Override
          public List<ParameterSpec> parameters() {
            return List.of(ParameterSpec.number("dt", "step size"));
          }
        };
    assertThrows(
        IllegalArgumentException.class,
        () -> PluginCatalogue.empty().with(PluginFamily.TIME_INTEGRATORS, scheme));
  }

  private record Named(String id) implements CollisionKernelProvider {
    @Override
    public String description() {
      return "a kernel";
    }

    @Override
    public String reference() {
      return "nowhere";
    }

    @Override
    public CollisionKernel create(Mixture mixture, ParameterValues parameters) {
      throw new UnsupportedOperationException();
    }
  }

  private static class NamedScheme implements TimeIntegratorProvider {
    private final String id;

    NamedScheme(String id) {
      this.id = id;
    }

    @Override
    public String id() {
      return id;
    }

    @Override
    public String description() {
      return "a scheme";
    }

    @Override
    public String reference() {
      return "nowhere";
    }

    @Override
    public org.knudsen.time.TimeIntegrator create(ParameterValues parameters) {
      throw new UnsupportedOperationException();
    }
  }

  /** A URL with a blank, as File.toURL makes them, is no URI. */
  @Test
  void aJarInAFolderWithABlankIsRead() throws IOException {
    Path jar = StrangersJar.forwardScattering().write(folder.resolve("my good.jar"));
    URLClassLoader loader =
        new URLClassLoader(new URL[] {new URL("file:" + jar)}, getClass().getClassLoader());
    open.add(loader);
    PluginCatalogue catalogue = PluginCatalogue.load(loader);
    assertEquals(List.of(), catalogue.problems());
    assertTrue(
        catalogue.plugins(KERNELS).stream().anyMatch(p -> p.source().equals(jar.toString())),
        () -> "" + catalogue.plugins(KERNELS));
  }
}
