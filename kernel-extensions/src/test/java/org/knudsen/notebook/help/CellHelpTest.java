package org.knudsen.notebook.help;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spencerpark.jupyter.kernel.ReplacementOptions;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knudsen.notebook.kernel.KnudsenKernel;

/** What a notebook gets for Tab and Shift-Tab. */
class CellHelpTest {
  private static KnudsenKernel kernel;

  @BeforeAll
  static void start() throws Exception {
    kernel = new KnudsenKernel();
    kernel.eval("var workbench = Workbench.ofKernel(); Study st = null;");
  }

  @AfterAll
  static void stop() {
    kernel.onShutdown(false);
  }

  private static List<String> complete(String before) {
    return kernel.complete(before, before.length()).getReplacements();
  }

  private static String inspect(String before) {
    DisplayData found = kernel.inspect(before, before.length(), false);
    return found == null ? null : String.valueOf(found.getData(MIMEType.TEXT_PLAIN));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "workbench.withKernel(st, \"",
        "workbench.study()\n    .collisionKernel(\"",
        "import java.util.*;\n// a ( in a comment\nworkbench.withKernel(st, \""
      })
  void offersTheIdsOfTheFamilyThatACallTakes(String code) {
    assertEquals(
        List.of("grad-cutoff", "hard-sphere", "maxwell", "tabulated", "vhs", "vss"),
        complete(code));
  }

  @Test
  void replacesWhatIsBegunInAString() {
    String code = "workbench.withKernel(st, \"hard-s";
    ReplacementOptions found = kernel.complete(code, code.length());
    assertEquals(List.of("hard-sphere"), found.getReplacements());
    assertEquals(code.indexOf("hard"), found.getSourceStart());
    assertEquals(code.length(), found.getSourceEnd());
  }

  @Test
  void offersTheParametersOfTheKernelThatIsNamed() {
    assertEquals(List.of("gamma", "C"), complete("workbench.withKernel(st, \"vhs\", Map.of(\""));
    assertTrue(complete("builder.velocityGrid(id, Map.of(\"").contains("degree"));
  }

  @Test
  void offersSpeciesOfTheTableAndOfTheCell() {
    assertTrue(complete("gases.get(\"").containsAll(List.of("He", "Ar", "N2")));
    assertTrue(complete("b.species(\"light\", 1, 1).initial(\"").contains("light"));
  }

  @Test
  void offersTheFilesOfAFolder(@TempDir Path folder) throws Exception {
    Files.createDirectory(folder.resolve("results"));
    Files.writeString(folder.resolve("two.yaml"), "");
    Files.writeString(folder.resolve(".hidden"), "");
    assertEquals(
        List.of(folder + "/results/", folder + "/two.yaml"),
        complete("workbench.read(\"" + folder + "/"));
    assertEquals(List.of(), complete("workbench.read(\"" + folder + "/none/"));
  }

  @Test
  void offersTheKeysIdsAndParametersOfAStudy() {
    assertEquals(List.of("mixture"), complete("%%study\nname: a\nmix"));
    assertEquals(List.of("vhs", "vss"), complete("%%study x\ncollisionKernel: {id: v"));
    assertEquals(List.of("id", "gamma", "C"), complete("%%study\ncollisionKernel:\n  id: vhs\n  "));
    assertEquals(List.of("degree"), complete("%%study\nvelocityGrid: {id: burnett, d"));
    assertEquals(List.of(), complete("%%study\nname: "));
  }

  @Test
  void offersTheArgumentsStillToBeGiven() {
    assertEquals("String name, double mass, double concentration", complete("new Species(").get(0));
    List<String> second = complete("new Species(\"a\", ");
    assertEquals("double mass, double concentration", second.get(0));
    assertTrue(second.size() < 20, second::toString);
  }

  @Test
  void offersJavaAfterStatementsThatHideIt() {
    for (String before :
        List.of("", "import java.util.*;\n", "int f() { return 1; }\n", "%jars a.jar\n")) {
      assertEquals(List.of("withKernel("), complete(before + "workbench.withK"), before);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"workbench.converge", "workbench.converge(", "int a = 1;\nworkbench.converge"})
  void showsTheDocumentationOfAMethod(String code) {
    String found = inspect(code);
    assertTrue(
        found.startsWith("Convergence Workbench.converge(Study study) throws IOException\n"),
        found);
    assertTrue(found.contains("How many digits of the distances of a study stand"), found);
  }

  @Test
  void showsWhatARecordSaysOfItsParts() {
    assertTrue(inspect("Species").contains("One chemical species of a mixture"));
    assertTrue(inspect("new Species").startsWith("Species(String name, double mass, "));
    assertTrue(inspect("new Species(").contains("mass: m_i > 0"));
    assertTrue(inspect("st.name").contains("how tables and files call it; not blank"));
  }

  @Test
  void showsNothingOfWhatIsNotThere() {
    assertNull(inspect("workbench.converg"));
    assertNull(inspect(""));
  }

  @Test
  void offersNoJavaForTheWordsOfAMagic() {
    for (String line : List.of("!ls fi", "%jars li", "int a = 1;\n%maven ", "%env X")) {
      assertEquals(List.of(), complete(line), line);
    }
    assertTrue(complete("%time Math.ab").contains("abs("));
    assertTrue(complete("%time ").contains("String"));
  }

  @Test
  void tellsAMethodFromAConstructorWhoseNameEndsInIts(@TempDir Path folder) throws Exception {
    Path source = folder.resolve("META-INF/sources/a/Gridpoint.java");
    Files.createDirectories(source.getParent());
    Files.writeString(
        source,
        "package a; class Gridpoint { /** Makes one. */ Gridpoint() {} /** Where. */ int point() {} }");
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
      SourceDocs docs = new SourceDocs(() -> loader);
      assertEquals(Optional.of("Where."), docs.html(Signature.parse("int a.Gridpoint.point()")));
      assertEquals(Optional.of("Makes one."), docs.html(Signature.parse("a.Gridpoint()")));
    }
  }
}
