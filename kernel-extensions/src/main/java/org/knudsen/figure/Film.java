package org.knudsen.figure;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.knowm.xchart.internal.chartpart.IChart;

/**
 * Plots one after another, over and over: an animated GIF, which every browser, mail and slide
 * shows without a script. It has one pixel a pixel of the plots, so that a short one stays small.
 *
 * @param frames all of one size; {@link HeatMapPlot#onOneScale} gives maps one scale
 * @param milliseconds of each frame, a multiple of 10
 */
public record Film(String title, List<? extends IChart> frames, int milliseconds) {

  private static final String FORMAT = "javax_imageio_gif_image_1.0";

  public Film {
    frames = List.copyOf(frames);
    if (frames.isEmpty() || milliseconds < 20 || milliseconds % 10 != 0) {
      throw new IllegalArgumentException(
          "film '%s' of %s frames of %s ms; it needs a frame, and 20, 30, 40, ... ms for each"
              .formatted(title, frames.size(), milliseconds));
    }
  }

  /** Writes the film into a file, whose name should end with .gif. */
  public void save(Path file) throws IOException {
    Files.write(file, gif());
  }

  /** The film as a file; the same film gives the same bytes. */
  public byte[] gif() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
    try (ImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
      writer.setOutput(stream);
      writer.prepareWriteSequence(null);
      for (int frame = 0; frame < frames.size(); frame++) {
        IChart chart = frames.get(frame);
        BufferedImage image = PlotFiles.image(chart, 1);
        IIOMetadata about =
            writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), null);
        describe(about, frame == 0);
        writer.writeToSequence(new IIOImage(image, null, about), null);
      }
      writer.endWriteSequence();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }

  private void describe(IIOMetadata about, boolean first) throws IOException {
    IIOMetadataNode root = (IIOMetadataNode) about.getAsTree(FORMAT);
    IIOMetadataNode control =
        (IIOMetadataNode) root.getElementsByTagName("GraphicControlExtension").item(0);
    control.setAttribute("delayTime", Integer.toString(milliseconds / 10));
    control.setAttribute("disposalMethod", "none");
    if (first) {
      IIOMetadataNode forever = new IIOMetadataNode("ApplicationExtension");
      forever.setAttribute("applicationID", "NETSCAPE");
      forever.setAttribute("authenticationCode", "2.0");
      forever.setUserObject(new byte[] {1, 0, 0});
      IIOMetadataNode all = new IIOMetadataNode("ApplicationExtensions");
      all.appendChild(forever);
      root.appendChild(all);
    }
    about.setFromTree(FORMAT, root);
  }
}
