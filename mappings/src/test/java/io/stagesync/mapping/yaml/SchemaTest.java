package io.stagesync.mapping.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stagesync.mapping.Diagnostic;
import io.stagesync.mapping.DiagnosticId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds the schema and the loader against each other, in both directions: whoever gives the
 * language a key and forgets the schema, or the other way round, is stopped here.
 */
class SchemaTest {
  /** Nothing like it is a key or a word of the language. */
  private static final String STRANGE = "zzzzzzzzzz";

  /** What a schema is able to see; all else needs more than the shape of the file. */
  private static final Set<DiagnosticId> SHAPE =
      EnumSet.of(
          DiagnosticId.VERSION,
          DiagnosticId.UNKNOWN_KEY,
          DiagnosticId.MISSING_KEY,
          DiagnosticId.NOT_YET,
          DiagnosticId.WRONG_TYPE,
          DiagnosticId.BAD_VALUE,
          DiagnosticId.BAD_NAME,
          DiagnosticId.EMPTY_VALUE,
          DiagnosticId.WHITESPACE,
          DiagnosticId.FIELD_NAME);

  /** Bad files whose problem looks like one of shape and needs more than the shape to be seen. */
  private static final Set<String> DEEPER =
      Set.of(
          "floor-in-a-track-without-ranks.yaml",
          "one-way-with-and-without-a-cycle.yaml",
          "record-type-of-a-converted-status.yaml",
          "record-type-without-a-word.yaml",
          "requires-itself.yaml",
          "rule-for-what-became-of-a-lead.yaml");

  /** What the loader says of a strange key; where a track's name can stand, that there is none. */
  private static final Set<DiagnosticId> NO_SUCH_KEY =
      EnumSet.of(DiagnosticId.UNKNOWN_KEY, DiagnosticId.UNKNOWN_TRACK);

  private static final Pattern QUOTED = Pattern.compile("`([^`]*)`");

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final MappingSchema schema = new MappingSchema();

  private static LoadedMapping load(JsonNode document) {
    return MappingFile.parse("src/test/resources/good/mutated.yaml", YamlAsJson.write(document));
  }

  private static boolean ofShape(LoadedMapping loaded) {
    return loaded.diagnostics().stream()
        .filter(Diagnostic::isError)
        .anyMatch(d -> SHAPE.contains(d.id()));
  }

  @Test
  void everyGoodFileIsGoodForBoth() {
    GoodFiles.all()
        .forEach(
            (name, document) -> {
              assertThat(schema.complaints(document)).as(name).isEmpty();
              assertThat(load(document).mapping()).as(name + load(document).render()).isPresent();
            });
  }

  @Test
  void bothKnowTheSameKeysInEveryPlace() {
    var seen = Collections.<JsonNode>newSetFromMap(new IdentityHashMap<>());
    GoodFiles.whole()
        .forEach(
            (name, document) ->
                GoodFiles.walk(
                    document,
                    (path, node) -> {
                      if (node instanceof ObjectNode object) {
                        seen.addAll(schema.at(path));
                        var keys = schema.keys(path);
                        assertThat(keys)
                            .as(
                                "keys of mapping.schema.json at %s of %s, against the loader's",
                                path, name)
                            .isEqualTo(known(document, object).orElse(Set.of()));
                      }
                    }));
    assertThat(schema.partsWithKeys())
        .as("a part of the schema that stands in no file under good")
        .allMatch(seen::contains);
  }

  /** The keys that the loader lists when it meets one that it does not know. */
  private static Optional<Set<String>> known(JsonNode document, ObjectNode object) {
    object.put(STRANGE, "x");
    var listed =
        load(document).diagnostics().stream()
            .filter(d -> NO_SUCH_KEY.contains(d.id()) && d.message().contains(STRANGE))
            .findFirst()
            .map(d -> quoted(d.suggestion()));
    document.path("tracks").fieldNames().forEachRemaining(t -> listed.ifPresent(l -> l.remove(t)));
    object.remove(STRANGE);
    return listed;
  }

  @Test
  void everyKeyAndEveryWordExplainsItselfToWhoHoversOverIt() {
    for (var part : schema.partsWithKeys()) {
      for (var key : part.get("properties").properties()) {
        assertThat(key.getValue().path("description").asText()).as(key.getKey()).endsWith(".");
      }
    }
    schema
        .root()
        .findParents("enumDescriptions")
        .forEach(
            part ->
                assertThat(part.get("enumDescriptions"))
                    .as(part.toString())
                    .hasSameSizeAs(part.get("enum")));
  }

  @Test
  void everyKeyStandsInAFileUnderGood() {
    var used = new TreeSet<String>();
    var there = new TreeSet<String>();
    GoodFiles.whole()
        .values()
        .forEach(
            document ->
                GoodFiles.walk(
                    document,
                    (path, node) -> {
                      for (var part : schema.at(path)) {
                        part.path("properties")
                            .fieldNames()
                            .forEachRemaining(
                                key -> {
                                  var place = key + ": " + part.at("/properties/" + key);
                                  there.add(place);
                                  if (node.has(key)) {
                                    used.add(place);
                                  }
                                });
                      }
                    }));
    there.removeAll(used);
    assertThat(there).as("keys of the schema that stand in no file under good").isEmpty();
  }

  @Test
  void bothKnowTheSameWordsBehindEveryKey() {
    GoodFiles.whole()
        .forEach(
            (name, document) ->
                GoodFiles.walk(
                    document,
                    (path, node) -> {
                      if (node instanceof ObjectNode object) {
                        for (var key : object.properties().stream().map(e -> e.getKey()).toList()) {
                          sameWords(name, document, object, key, path);
                        }
                      }
                    }));
  }

  private void sameWords(
      String name, JsonNode document, ObjectNode object, String key, List<String> path) {
    var there = and(path, key);
    if (!object.get(key).isTextual() || schema.open(there) && !schema.choices(there).isEmpty()) {
      return;
    }
    var before = object.get(key);
    object.put(key, STRANGE);
    var listed =
        load(document).diagnostics().stream()
            .filter(d -> d.message().startsWith("`" + STRANGE + "` is no value of"))
            .findFirst()
            .map(d -> quoted(d.suggestion()))
            .orElse(Set.of());
    object.set(key, before);
    assertThat(schema.choices(there))
        .as("words of mapping.schema.json at %s of %s, against the loader's", there, name)
        .isEqualTo(listed);
  }

  private static Set<String> quoted(String sentence) {
    var words = new TreeSet<String>();
    var matcher = QUOTED.matcher(sentence);
    while (matcher.find()) {
      words.add(matcher.group(1));
    }
    return words;
  }

  @ParameterizedTest
  @MethodSource("io.stagesync.mapping.yaml.BadFilesTest#files")
  void aFileOfABadShapeIsBadForBoth(Path file) throws IOException {
    var loaded = MappingFile.load(file);
    boolean isTree =
        loaded.diagnostics().stream().noneMatch(d -> d.id().compareTo(DiagnosticId.VERSION) < 0);
    if (isTree && ofShape(loaded) && !DEEPER.contains(file.getFileName().toString())) {
      assertThat(schema.complaints(YamlAsJson.read(Files.readString(file))))
          .as(file + "\n" + loaded.render())
          .isNotEmpty();
    }
  }

  @Test
  void whateverValueIsPutInTheSchemaRefusesNothingThatTheLoaderTakesNorTheOtherWayRound() {
    List<JsonNode> values =
        List.of(
            JSON.nullNode(),
            JSON.textNode(""),
            JSON.textNode(" x"),
            JSON.textNode(STRANGE),
            JSON.textNode("Not A Name"),
            JSON.textNode("none"),
            JSON.textNode("Lead.Status"),
            JSON.textNode("contact.lifecyclestage"),
            JSON.numberNode(7),
            JSON.numberNode(-7),
            JSON.numberNode(2.5),
            JSON.booleanNode(true),
            JSON.arrayNode(),
            JSON.arrayNode().add(STRANGE),
            JSON.arrayNode().add(JSON.arrayNode()),
            JSON.objectNode(),
            JSON.objectNode().put(STRANGE, "x"),
            JSON.objectNode().put("lead-stage", "lead"));
    assertThat(apart(values)).isEmpty();
  }

  @Test
  void noKeyOfTestsNamesATrack() {
    var good =
        "version: 1\ntracks: { it: { salesforce: Lead.A__c, hubspot: none, labels: { a: { salesforce: A } } } }\n";
    assertThat(schema.accepts(YamlAsJson.read(good))).isTrue();
    assertThat(TrackReader.KEYS_OF_TESTS)
        .allMatch(key -> !schema.accepts(YamlAsJson.read(good.replace("it:", key + ":"))));
  }

  @Test
  void bothMissTheSameKeys() {
    assertThat(apart(List.of(JSON.missingNode()))).isEmpty();
  }

  /** Puts each value behind each key once, wherever the schema knows a place for one. */
  private Set<String> apart(List<JsonNode> values) {
    var apart = new TreeSet<String>();
    var places = new TreeSet<String>();
    for (var file : GoodFiles.whole().entrySet()) {
      var document = file.getValue();
      GoodFiles.walk(
          document,
          (path, node) -> {
            if (node instanceof ObjectNode object) {
              for (var key : object.properties().stream().map(e -> e.getKey()).toList()) {
                if (places.add(schema.place(and(path, key)))) {
                  var where = file.getKey() + " " + path + " " + key + " = ";
                  for (var value : values) {
                    var before = object.remove(key);
                    if (!value.isMissingNode()) {
                      object.set(key, value);
                    }
                    compare(where + value, document).ifPresent(apart::add);
                    object.set(key, before);
                  }
                }
              }
            }
          });
    }
    return apart;
  }

  private static List<String> and(List<String> path, String key) {
    return Stream.concat(path.stream(), Stream.of(key)).toList();
  }

  /** Where the two do not agree: the schema may see less than the loader, but the same shapes. */
  private Optional<String> compare(String what, JsonNode document) {
    boolean accepted = schema.accepts(document);
    var loaded = load(document);
    if (!accepted && loaded.mapping().isPresent()) {
      return Optional.of(what + ": the loader takes it; schema: " + schema.complaints(document));
    }
    // No JSON can say whether a `none` stands in quotes, and is an ordinary word in them.
    boolean quotes = what.contains(", labels, working, for, ") && what.endsWith(" = \"none\"");
    return accepted && ofShape(loaded) && !quotes
        ? Optional.of(what + ": the schema takes it; loader: " + loaded.render())
        : Optional.empty();
  }
}
