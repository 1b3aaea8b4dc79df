package io.stagesync.app.config;

import io.stagesync.app.config.ConfigProblem.Id;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** From a file to its YAML nodes, which know their lines; nothing is instantiated. */
final class ConfigText {
  private static final int LARGEST = 1 << 20;

  private final Problems problems;

  ConfigText(Problems problems) {
    this.problems = problems;
  }

  /** The file's outermost keys; empty when there is a problem. */
  Optional<MappingNode> nodes(Path file) {
    return read(file).flatMap(this::compose);
  }

  private Optional<String> read(Path file) {
    try {
      if (!Files.exists(file)) {
        problems.whole(
            Id.FILE_MISSING,
            "there is no such file",
            "write one with `stagesync init`, or name another with --config FILE");
        return Optional.empty();
      }
      if (Files.size(file) > LARGEST) {
        problems.whole(
            Id.FILE_TOO_LARGE,
            "the file has " + Files.size(file) + " bytes, more than 1 MiB",
            "name the config file itself; it has a few dozen lines");
        return Optional.empty();
      }
      return Optional.of(
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
              .toString());
    } catch (CharacterCodingException e) {
      problems.whole(Id.ENCODING, "the file is not UTF-8 text", "save it as UTF-8");
    } catch (IOException | SecurityException e) {
      problems.whole(
          Id.FILE_UNREADABLE,
          "the file cannot be read",
          Files.isDirectory(file)
              ? "it is a folder; name the file in it"
              : "check that this user may read it");
    }
    return Optional.empty();
  }

  private Optional<MappingNode> compose(String text) {
    var options = new LoaderOptions();
    options.setMaxAliasesForCollections(20);
    options.setNestingDepthLimit(20);
    options.setCodePointLimit(LARGEST);
    options.setAllowRecursiveKeys(false);
    try {
      Node root = new Yaml(options).compose(new StringReader(text));
      if (root instanceof MappingNode keys) {
        return Optional.of(keys);
      }
      problems.whole(
          Id.SYNTAX,
          "the file holds no keys",
          "begin with `salesforce:`; `stagesync init` writes a file to start from");
    } catch (MarkedYAMLException e) {
      var mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
      var message = "this is not YAML: " + e.getProblem();
      var help = "check the indentation (spaces, never tabs) and the quotes around here";
      if (mark == null) {
        problems.whole(Id.SYNTAX, message, help);
      } else {
        problems.at(mark, Id.SYNTAX, message, help);
      }
    } catch (YAMLException e) {
      problems.whole(Id.SYNTAX, "this is not YAML: " + firstLine(e), "check the file's text");
    }
    return Optional.empty();
  }

  private static String firstLine(YAMLException e) {
    var message = e.getMessage();
    return message == null ? "it cannot be parsed" : message.lines().findFirst().orElse("");
  }
}
