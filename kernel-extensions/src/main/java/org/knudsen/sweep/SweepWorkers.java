package org.knudsen.sweep;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.knudsen.archive.Json;
import org.knudsen.archive.Provenance;
import org.knudsen.archive.ResultHdf5;
import org.knudsen.collision.DiskTableCache;
import org.knudsen.collision.TableCache;
import org.knudsen.engine.TaskWorker;
import org.knudsen.engine.WorkerFactory;
import org.knudsen.plugin.PluginCatalogue;
import org.knudsen.plugin.PrintableLine;
import org.knudsen.run.Cancellation;
import org.knudsen.run.ProgressListener;
import org.knudsen.run.Run;
import org.knudsen.run.RunResult;
import org.knudsen.study.RunMemory;
import org.knudsen.study.Study;
import org.knudsen.study.SweepResult;
import org.knudsen.study.SweepTask;

/**
 * Carries tasks of a sweep out wherever an engine makes it: a run from its last checkpoint on, its
 * archive in the storage, and a {@link TaskRecord} as the result. An archive is there whole or not
 * at all, and has the same bytes wherever it was made.
 */
public final class SweepWorkers implements WorkerFactory {

  static final String ENDING = ".h5";

  private static final ObjectMapper JSON = new ObjectMapper();

  /** A task as it travels. */
  static byte[] bytes(String address, SweepTask task) {
    try {
      return JSON.writeValueAsBytes(
          Json.object(
              "address", address, "study", new String(task.bytes(), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What runs of one version of Knudsen and Java have in common. */
  static String versions() {
    return Provenance.knudsen() + ", " + Provenance.java();
  }

  @Override
  public TaskWorker create(byte[] setup) {
    SweepSetup read = SweepSetup.read(setup);
    PluginCatalogue catalogue = PluginCatalogue.load(loader(read.plugins()));
    TableCache tables =
        read.tables()
            .<TableCache>map(folder -> new DiskTableCache(folder, warning -> {}))
            .orElse(TableCache.none());
    return new Worker(read, catalogue, new SharedOperators(catalogue, tables));
  }

  private static ClassLoader loader(List<Path> plugins) {
    List<URL> urls = new ArrayList<>();
    for (Path plugin : plugins) {
      try {
        urls.add(plugin.toUri().toURL());
      } catch (MalformedURLException e) {
        throw new IllegalArgumentException(plugin + " has no URL", e);
      }
    }
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    ClassLoader own = context == null ? SweepWorkers.class.getClassLoader() : context;
    // not closed: plugins load classes for as long as the process lives
    return urls.isEmpty() ? own : new URLClassLoader(urls.toArray(URL[]::new), own);
  }

  private record Worker(SweepSetup setup, PluginCatalogue catalogue, SharedOperators operators)
      implements TaskWorker {

    @Override
    public byte[] run(byte[] task, Cancellation stop) {
      String address = "";
      TaskRecord record;
      try {
        JsonNode node = JSON.readTree(task);
        address = node.required("address").asText();
        requireSame();
        record = run(address, node.required("study").asText(), stop);
      } catch (IOException
          | RuntimeException
          | LinkageError
          | StackOverflowError
          | AssertionError e) {
        String why = e instanceof IllegalArgumentException ? e.getMessage() : "" + e;
        record = TaskRecord.failed(address, PrintableLine.of(why, 1000));
      }
      return record.json().getBytes(StandardCharsets.UTF_8);
    }

    private void requireSame() throws IOException {
      if (!versions().equals(setup.versions())) {
        throw new IllegalArgumentException(
            "%s has %s; allowed: %s, as where the sweep began"
                .formatted(host(), versions(), setup.versions()));
      }
      Path token = setup.storage().resolve(SweepSetup.TOKEN);
      if (!Files.isRegularFile(token) || !Files.readString(token).equals(setup.token())) {
        throw new IllegalArgumentException(
            "%s does not see %s; allowed: a storage that all machines see"
                .formatted(host(), setup.storage()));
      }
    }

    private static String host() {
      return "host " + System.getenv().getOrDefault("HOSTNAME", "of a worker");
    }

    private TaskRecord run(String address, String text, Cancellation stop) throws IOException {
      Study study = SweepTask.read(text.getBytes(StandardCharsets.UTF_8), catalogue);
      RunMemory.require(study, catalogue, Runtime.getRuntime().maxMemory());
      TaskCheckpoints checkpoints =
          new TaskCheckpoints(setup.storage(), address, setup.checkpointSeconds(), stop);
      double eps = study.requireForRun().knudsen().get(0);
      RunResult result =
          new Run(operators.assembly(study), eps)
              .execute(List.of(), ProgressListener.silent(), stop, checkpoints);
      if (result.ending() != RunResult.Ending.CANCELLED) {
        Path archive = setup.storage().resolve(address + ENDING);
        Path part = archive.resolveSibling(archive.getFileName() + ".part");
        ResultHdf5.write(SweepResult.of(study, List.of(result)), part);
        Files.move(
            part, archive, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        checkpoints.delete();
      }
      return TaskRecord.of(address, result);
    }
  }
}
