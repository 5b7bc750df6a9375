package org.knudsen.archive;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.knudsen.plugin.PluginCatalogue;
import org.knudsen.study.Study;

/** What a run was made with, where a run made now would be made with another version of it. */
public final class OtherVersions {

  private OtherVersions() {}

  /** One text a difference, "Java 17.0.2 then, 25 now" for example; none where all is the same. */
  public static List<String> of(RecordedRun run, Study study, PluginCatalogue catalogue) {
    JsonNode then = run.manifest();
    JsonNode now = RecordedRun.JSON.valueToTree(Provenance.environment());
    List<String> others = new ArrayList<>();
    add("Knudsen", knudsen(then), knudsen(now), others);
    add("Java", version(then.path("java")), version(now.path("java")), others);
    for (JsonNode used :
        RecordedRun.JSON.<JsonNode>valueToTree(new UsedPlugins(catalogue, study).tree())) {
      for (JsonNode recorded : then.path("plugins")) {
        if (recorded.path("family").equals(used.path("family"))
            && recorded.path("id").equals(used.path("id"))) {
          add("'" + used.path("id").asText() + "'", plugin(recorded), plugin(used), others);
        }
      }
    }
    return others;
  }

  private static void add(String what, String then, String now, List<String> others) {
    if (!then.equals(now)) {
      others.add("%s %s then, %s now".formatted(what, ManifestSchema.quoted(then), now));
    }
  }

  private static String knudsen(JsonNode root) {
    JsonNode commit = root.path("knudsen").path("commit");
    return version(root.path("knudsen"))
        + (commit.isNull() ? "" : " (commit " + commit.asText() + ")");
  }

  /** A stranger's jar may be another one under the same version; ours go with Knudsen's commit. */
  private static String plugin(JsonNode plugin) {
    boolean own = plugin.path("file").isNull();
    return version(plugin) + (own ? "" : " (jar " + plugin.path("sha256").asText() + ")");
  }

  private static String version(JsonNode part) {
    return part.path("version").isNull() ? "without a version" : part.path("version").asText();
  }
}
