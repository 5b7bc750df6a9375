package org.knudsen.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knudsen.collision.CollisionOperator;
import org.knudsen.collision.TableCache;
import org.knudsen.kernel.CollisionKernel;
import org.knudsen.mixture.Mixture;
import org.knudsen.plugin.ParameterValues;
import org.knudsen.plugin.PluginCatalogue;
import org.knudsen.plugin.PluginFamily;
import org.knudsen.plugin.VelocityGridProvider;
import org.knudsen.study.StudyException;
import org.knudsen.velocity.AxialSymmetry;
import org.knudsen.velocity.BurnettSpace;
import org.knudsen.velocity.VelocitySpace;
import picocli.CommandLine;

class StudyOptionsTest {

  private static final PluginCatalogue CATALOGUE =
      PluginCatalogue.load(StudyOptionsTest.class.getClassLoader())
          .with(PluginFamily.VELOCITY_GRIDS, new Mute());

  private static final Console CONSOLE =
      new Console(System.out, System.err, false, Map.of(), Path.of(""));

  /** A grid that does not separate harmonics. */
  private record Mute() implements VelocityGridProvider {
    @Override
    public String id() {
      return "mute";
    }

    @Override
    public String description() {
      return "a stand-in";
    }

    @Override
    public String reference() {
      return "none";
    }

    @Override
    public VelocitySpace space(Mixture mixture, int d, ParameterValues parameters) {
      return new BurnettSpace(mixture, 2, AxialSymmetry.ofDimension(d));
    }

    @Override
    public CollisionOperator operator(
        VelocitySpace space, CollisionKernel kernel, TableCache cache) {
      throw new UnsupportedOperationException();
    }
  }

  @TempDir Path folder;

  private StudyOptions options(String... fromTo) throws IOException {
    return CommandLine.populateCommand(
        new StudyOptions(), Studies.write(folder, fromTo).toString());
  }

  @Test
  void aGridWithoutHarmonicsIsAnsweredWithThoseThatSeparateThem() throws IOException {
    StudyOptions mute = options("{id: burnett, degree: 5}", "{id: mute}");
    assertEquals(
        mute.file()
            + ":6: velocityGrid.id: found 'mute', which does not separate spherical harmonics;"
            + " allowed: burnett",
        assertThrows(StudyException.class, () -> mute.gas(CATALOGUE, CONSOLE)).getMessage());
    assertEquals(5, options().gas(CATALOGUE, CONSOLE).harmonics().degree());
  }
}
