package org.knudsen;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the dependencies of the modules, and of the packages of the solver, to one direction. */
class ArchitectureTest {

  /**
   * The packages of the solver in the order in which a run goes through them. A package knows those
   * of the steps before its own, those beside it in its own step, and none of a later step.
   */
  private static final List<List<String>> STEPS =
      List.of(
          List.of("mixture"),
          List.of("kernel"),
          List.of("velocity"),
          List.of("collision"),
          List.of("torus", "kinetic", "fluid", "time", "norm"),
          List.of("run", "engine", "plugin"),
          List.of("study"),
          List.of("lemma"),
          List.of("hypocoercivity"),
          List.of("stability"));

  private static final List<String> PLUGIN_MODULES =
      List.of("collision-kernels", "velocity-grids", "time-integrators", "sweep-engines");

  private static final String[] NOTEBOOK_AND_SHELL = {
    "io.github.spencerpark..", "org.zeromq..", "picocli.."
  };

  private static JavaClasses knudsen;

  @BeforeAll
  static void importClasses() {
    ImportOption noTestJars = location -> !location.contains("-tests.jar");
    knudsen =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(noTestJars)
            .importPackages("org.knudsen");
  }

  static List<Integer> steps() {
    return java.util.stream.IntStream.range(0, STEPS.size() - 1).boxed().toList();
  }

  @ParameterizedTest
  @MethodSource("steps")
  void aStepKnowsNoLaterStep(int step) {
    noClasses()
        .that(resideInAnyPackage(packagesOf(STEPS.subList(step, step + 1))))
        .should()
        .dependOnClassesThat(resideInAnyPackage(packagesOf(STEPS.subList(step + 1, STEPS.size()))))
        .allowEmptyShould(true)
        .check(knudsen);
  }

  @Test
  void theSolverHasNoPackageOutsideTheSteps() {
    var known = new TreeSet<String>();
    STEPS.forEach(known::addAll);
    var found = new TreeSet<String>();
    for (JavaClass type : knudsen.that(inModule("solver"))) {
      found.add(type.getPackageName().replaceFirst("^org\\.knudsen\\.?", "").split("\\.")[0]);
    }
    assertFalse(found.isEmpty(), "no class of the solver was read");
    found.removeAll(known);
    assertEquals(new TreeSet<String>(), found, "packages that stand in no step");
  }

  @Test
  void packagesAreFreeOfCycles() {
    slices().matching("org.knudsen.(*)..").should().beFreeOfCycles().check(knudsen);
  }

  /** Documents, their runner and their pages serve any notebook, whatever it computes. */
  @Test
  void jupyterKnowsNoSolver() {
    noClasses()
        .that()
        .resideInAPackage("org.knudsen.jupyter..")
        .should()
        .dependOnClassesThat(inModule("solver").or(resideInAnyPackage("org.knudsen.notebook..")))
        .check(knudsen);
  }

  /** A class is found by its simple name, in a search and in a cell that imports all packages. */
  @Test
  void noTwoClassesShareAName() {
    var packages = new java.util.TreeMap<String, TreeSet<String>>();
    for (JavaClass type : knudsen) {
      if (type.isTopLevelClass() && !type.getSimpleName().equals("package-info")) {
        packages
            .computeIfAbsent(type.getSimpleName(), name -> new TreeSet<>())
            .add(type.getPackageName());
      }
    }
    packages.values().removeIf(homes -> homes.size() == 1);
    assertEquals(java.util.Map.of(), packages, "classes of one name in several packages");
  }

  @Test
  void theSolverKnowsNothingAroundIt() {
    noClasses()
        .that(inModule("solver"))
        .should()
        .dependOnClassesThat(
            inModule("kernel-extensions")
                .or(inPlugins())
                .or(resideInAnyPackage(NOTEBOOK_AND_SHELL)))
        .check(knudsen);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"collision-kernels", "velocity-grids", "time-integrators", "sweep-engines"})
  void aPluginModuleKnowsTheSolverOnly(String module) {
    classes()
        .that(inModule(module))
        .should()
        .onlyDependOnClassesThat(
            inModule(module)
                .or(inModule("solver"))
                .or(DescribedPredicate.not(resideInAnyPackage("org.knudsen.."))))
        .andShould()
        .onlyDependOnClassesThat(DescribedPredicate.not(resideInAnyPackage(NOTEBOOK_AND_SHELL)))
        .allowEmptyShould(true)
        .check(knudsen);
  }

  /** A plugin is found by its name, so that a stranger's and ours are served alike. */
  @Test
  void theWorkbenchNamesNoPluginClass() {
    noClasses()
        .that(inModule("kernel-extensions"))
        .should()
        .dependOnClassesThat(inPlugins())
        .allowEmptyShould(true)
        .check(knudsen);
  }

  /** What a run reports goes through its observers and its progress listener. */
  @Test
  void theMathematicsDoesNotPrint() {
    noClasses()
        .that(inModule("solver").or(inPlugins()))
        .should(ACCESS_STANDARD_STREAMS)
        .check(knudsen);
  }

  @Test
  void thereIsNoMutableGlobalState() {
    fields()
        .that()
        .areStatic()
        .and()
        .areDeclaredInClassesThat(inModule("solver").or(inPlugins()))
        .should()
        .beFinal()
        .check(knudsen);
  }

  private static String[] packagesOf(List<List<String>> steps) {
    return steps.stream()
        .flatMap(List::stream)
        .map(name -> "org.knudsen." + name + "..")
        .toArray(String[]::new);
  }

  private static DescribedPredicate<JavaClass> inPlugins() {
    return PLUGIN_MODULES.stream()
        .map(ArchitectureTest::inModule)
        .reduce((one, other) -> one.or(other))
        .orElseThrow()
        .as("in a plugin module");
  }

  /**
   * Classes of one Maven module, told by where they were read from: its output folder while the
   * build runs the tests, its jar when they are run against built artifacts.
   */
  private static DescribedPredicate<JavaClass> inModule(String module) {
    return DescribedPredicate.describe(
        "in module " + module,
        type ->
            type.getSource()
                .map(source -> source.getUri().toString())
                .filter(
                    uri ->
                        uri.contains("/" + module + "/target/classes/")
                            || uri.contains("/knudsen-" + module + "-"))
                .isPresent());
  }
}
