package io.stagesync.mapping.yaml;

import io.stagesync.mapping.Diagnostic.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.CollectionNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** One value of the file and the place where it stands: under a key, in a list, or at the top. */
final class Site {
  private final String file;

  /** How many lines of the file stand above the text that this is a part of. */
  private final int above;

  private final @Nullable ScalarNode key;
  private final Node value;

  private Site(String file, int above, @Nullable ScalarNode key, Node value) {
    this.file = file;
    this.above = above;
    this.key = key;
    this.value = value;
  }

  static Site top(Problems problems, Node node) {
    return new Site(problems.file(), problems.above(), null, node);
  }

  /** The key above the value; empty text for an item of a list. */
  String name() {
    return key == null ? "" : key.getValue();
  }

  boolean isMap() {
    return value instanceof MappingNode;
  }

  boolean isList() {
    return value instanceof SequenceNode;
  }

  boolean isScalar() {
    return value instanceof ScalarNode;
  }

  boolean isNothing() {
    return value.getTag().equals(Tag.NULL);
  }

  /** Whether it is a bare word, without quotes. */
  boolean isPlain() {
    return value instanceof ScalarNode scalar && scalar.getScalarStyle() == ScalarStyle.PLAIN;
  }

  /** Whether it is a bare word that the language gives a meaning of its own. */
  boolean isKeyword(String word) {
    return isPlain() && text().equals(word);
  }

  /** The text exactly as written; empty for anything but a scalar. */
  String text() {
    return value instanceof ScalarNode scalar ? scalar.getValue() : "";
  }

  /** Under each key its value; a key that is no text is left out. */
  List<Site> entries() {
    var entries = new ArrayList<Site>();
    if (value instanceof MappingNode map) {
      for (var tuple : map.getValue()) {
        if (tuple.getKeyNode() instanceof ScalarNode name) {
          entries.add(new Site(file, above, name, tuple.getValueNode()));
        }
      }
    }
    return entries;
  }

  List<Site> items() {
    return value instanceof SequenceNode list
        ? list.getValue().stream().map(item -> new Site(file, above, null, item)).toList()
        : List.of();
  }

  /** A list's items, or the value itself where it is no list. */
  List<Site> itemsOrSelf() {
    return isList() ? items() : List.of(this);
  }

  Optional<Site> get(String name) {
    return entries().stream().filter(entry -> entry.name().equals(name)).findFirst();
  }

  boolean has(String name) {
    return get(name).isPresent();
  }

  /** Follows keys as far as they exist. */
  Site at(String... names) {
    var site = this;
    for (var name : names) {
      var next = site.get(name);
      if (next.isEmpty()) {
        return site;
      }
      site = next.get();
    }
    return site;
  }

  /** The item or the value itself that has a text; else this. */
  Site saying(String text) {
    return itemsOrSelf().stream().filter(item -> item.text().equals(text)).findFirst().orElse(this);
  }

  /** Where to point: at the value where it stands beside its key, else at the key. */
  Place place() {
    boolean block =
        value instanceof CollectionNode<?> many && many.getFlowStyle() == FlowStyle.BLOCK;
    boolean point = key != null && (block || isNothing());
    return point ? keyPlace() : place(value.getStartMark());
  }

  Place keyPlace() {
    return place((key == null ? value : key).getStartMark());
  }

  boolean contains(Place other) {
    var end = place(value.getEndMark());
    return keyPlace().compareTo(other) <= 0 && (other.compareTo(end) < 0 || other.equals(place()));
  }

  Node node() {
    return value;
  }

  private Place place(Mark mark) {
    return new Place(file, above + mark.getLine() + 1, mark.getColumn() + 1);
  }
}
