package io.stagesync.app.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.stagesync.app.dictionary.Dictionary;
import io.stagesync.app.plan.Spared;
import io.stagesync.app.plan.WholeFile;
import io.stagesync.app.show.LiveText;
import io.stagesync.app.wiring.Assembly;
import io.stagesync.app.wiring.MappingRefused;
import io.stagesync.mapping.Diagnostic;
import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.yaml.MappingFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes the dictionary of a mapping file. */
@CommandLine.Command(
    name = "docs",
    mixinStandardHelpOptions = true,
    description =
        "Write a dictionary of the mapping file for the people who work with its words: one"
            + " page. A FILE needs neither config nor store.")
final class DocsCommand extends Command {
  @Mixin private final ChosenMapping chosen = new ChosenMapping();

  @ArgGroup private Form form = new Form();

  /** How the page is written. */
  static final class Form {
    @Option(names = "--html", description = "One HTML file that needs nothing but itself.")
    private boolean html;

    @Option(names = "--markdown", description = "Markdown, with drawings in Mermaid (the default).")
    private boolean markdown;
  }

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write to a file; one that ends with .html gets HTML.")
  private @Nullable Path target;

  @Option(
      names = "--live",
      description =
          "Ask both CRMs, and also list each field's values in the order in which people see them,"
              + " for each record type.")
  private boolean live;

  DocsCommand(Scene scene) {
    super(scene);
  }

  @Override
  int run(Assembly assembly) {
    var file = chosen.path(assembly);
    new Spared().reading("the mapping file", file).from(target);
    var loaded = MappingFile.load(file);
    var mapping = loaded.mapping().orElseThrow(() -> new MappingRefused(loaded.diagnostics()));
    boolean html = html();
    var listed = live ? asked(mapping, assembly) : LiveText.NOTHING;
    var dictionary = new Dictionary(mapping, listed.facts());
    var page = html ? dictionary.html() : dictionary.markdown();
    var json = JsonNodeFactory.instance.objectNode().put("file", file.toString());
    json.put("format", html ? "html" : "markdown");
    if (live) {
      json.set("fields", listed.json());
    }
    if (target != null) {
      WholeFile.writeForAll(target, out -> out.write(page.getBytes(StandardCharsets.UTF_8)));
      json.put("out", target.toString());
    } else {
      json.put("page", page);
    }
    if (options.json) {
      print(json);
    } else if (target != null) {
      out().say("Wrote " + target + ".");
    } else {
      terminal().out().print(page);
    }
    return ExitCode.DONE;
  }

  /** What both CRMs say; a page that lacks a field because it does not fit is not left unsaid. */
  private LiveText asked(Mapping mapping, Assembly assembly) {
    var look = LiveLook.at(mapping, assembly);
    if (look.problems(true).stream().anyMatch(Diagnostic::isError)) {
      terminal()
          .err()
          .print("The file does not fit both CRMs: `stagesync check --live` says where.\n");
    }
    return look.facts();
  }

  private boolean html() {
    return form.html
        || !form.markdown
            && target != null
            && target.toString().toLowerCase(Locale.ROOT).matches(".*\\.html?");
  }
}
