package io.stagesync.mapping;

import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whose hands change the fields of the tracks beside our own. Without effect on any decision.
 *
 * @param external flows, workflows and integrations that are known to write, in the file's order
 * @param writers who may change the fields of a track; one that is missing may be changed by
 *     anybody
 */
public record Hands(List<External> external, Map<Track, Writers> writers) {
  /** What a file without a word about it says. */
  public static final Hands ANYBODY = new Hands(List.of(), Map.of());

  public Hands {
    external = List.copyOf(external);
    writers = Map.copyOf(writers);
  }

  /**
   * A flow, a workflow or an integration.
   *
   * @param name its name in the file
   * @param ids by which user or source each CRM knows it
   * @param means what it does, for people; blank where the file does not say it
   */
  public record External(String name, Map<Side, Set<String>> ids, String means) {
    public External {
      ids = Map.copyOf(ids);
    }

    private boolean is(Side side, String author) {
      return ids.getOrDefault(side, Set.of()).stream().anyMatch(id -> names(id, author));
    }
  }

  /**
   * Who may change the fields of a track.
   *
   * @param allowed ids of users and sources by side; on a side that is missing anybody may
   * @param line where the file says it, from 1
   */
  public record Writers(Map<Side, Set<String>> allowed, int line) {
    public Writers {
      allowed = Map.copyOf(allowed);
    }

    /** Whether an author, as the side's CRM names them, may change the field there. */
    public boolean allows(Side side, String author) {
      return !allowed.containsKey(side)
          || allowed.getOrDefault(side, Set.of()).stream().anyMatch(id -> names(id, author));
    }
  }

  /** Who may change the fields of a track; empty: anybody. */
  public Optional<Writers> of(Track track) {
    return Optional.ofNullable(writers.get(track));
  }

  /** An author as people know them: {@code call-flow (005...)}, or the id where nobody is meant. */
  public String said(Side side, String author) {
    return external.stream()
        .filter(e -> e.is(side, author))
        .findFirst()
        .map(e -> e.name() + " (" + author + ")")
        .orElse(author);
  }

  /**
   * Whether an id of the file stands for an author. HubSpot names a kind of source and an id, and
   * the kind alone stands for all of it; Salesforce's ids of users come in two lengths.
   */
  private static boolean names(String id, String author) {
    return author.equals(id)
        || author.startsWith(id + " ")
        || (id.length() == 15 && author.length() == 18 && author.startsWith(id));
  }
}
