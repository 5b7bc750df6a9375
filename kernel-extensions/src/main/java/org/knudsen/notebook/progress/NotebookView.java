package org.knudsen.notebook.progress;

import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import java.util.OptionalDouble;
import java.util.UUID;
import org.knudsen.jupyter.html.Html;

/**
 * Shows progress below the running cell, one bar a task, updated in place.
 *
 * <p>The last state shows the count but no times: they differ from run to run, and an executed
 * notebook stays the same file when it is executed again.
 */
public final class NotebookView implements ProgressView {
  private final BaseKernel kernel;
  private String displayId;

  /**
   * @param kernel the kernel of the running cell
   */
  public NotebookView(BaseKernel kernel) {
    this.kernel = kernel;
  }

  @Override
  public void show(ProgressState state) {
    DisplayData data = new DisplayData();
    data.putText(text(state));
    data.putHTML(html(state));
    if (displayId == null) {
      displayId = UUID.randomUUID().toString();
      data.setDisplayId(displayId);
      kernel.display(data);
    } else {
      kernel.getIO().display.updateDisplay(displayId, data);
    }
    if (state.ended()) {
      displayId = null;
    }
  }

  static String text(ProgressState state) {
    String pace = state.ended() ? "" : state.pace();
    return state.count() + (pace.isEmpty() ? "" : " (" + pace + ")");
  }

  static String html(ProgressState state) {
    OptionalDouble fraction = state.fraction();
    String bar = "";
    if (fraction.isPresent()) {
      bar =
          ("<div style=\"display:inline-block;vertical-align:middle;width:240px;height:10px"
                  + ";background:#ddd;border-radius:5px;overflow:hidden;margin-right:10px\"><div "
                  + "style=\"width:%s%%;height:10px;background:%s\"></div></div>")
              .formatted(
                  Math.round(100 * fraction.getAsDouble()),
                  state.ended() && fraction.getAsDouble() < 1 ? "#c60" : "#2a7");
    }
    return "<div>" + bar + Html.escape(text(state)) + "</div>";
  }
}
