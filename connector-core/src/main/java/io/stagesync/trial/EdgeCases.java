package io.stagesync.trial;

import io.stagesync.example.Example;
import io.stagesync.example.Given;
import io.stagesync.mapping.Conversion;
import io.stagesync.mapping.Diagnostic.Place;
import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.reconcile.PairDecision;
import io.stagesync.reconcile.PairView;
import io.stagesync.reconcile.Reconciler;
import io.stagesync.vocabulary.Evidence;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The examples that a mapping file leads to by itself: its words one by one, its labels step by
 * step, and at each of them what may go wrong. Each is decided; what is decided stands in its
 * expectation, so that they can be kept as tests, and each law is asserted on it.
 */
public final class EdgeCases {
  /** What a converted lead may come with where no account is looked at. */
  private static final List<Evidence> OPPORTUNITIES =
      Stream.of(Evidence.values()).filter(e -> e != Evidence.EXISTING_CUSTOMER_ACCOUNT).toList();

  private final Mapping mapping;
  private final ImaginedCatalogs catalogs;

  public EdgeCases(Mapping mapping) {
    this.mapping = mapping;
    this.catalogs = new ImaginedCatalogs(mapping);
  }

  /** Makes and decides all; each is handed on with the laws that its decision breaks, if any. */
  public void forEach(Consumer<Tried> each) {
    Edges edges = new Edges();
    for (TrackMapping track : mapping.tracks()) {
      TrackEdges steps = new TrackEdges(track, edges);
      steps.collect();
      new AcceptanceEdges(track, steps, edges).collect();
      new ConversionEdges(track, steps, edges)
          .collect(mapping.conversion().map(Conversion::possible).orElse(OPPORTUNITIES));
      new ChangeEdges(track, edges).collect();
    }
    new RuleEdges(mapping, edges).collect();
    new CriteriaEdges(mapping, edges).collect();
    new PilotEdges(mapping, edges).collect();
    edges.byName().forEach((name, given) -> each.accept(decided(name, given)));
  }

  private Tried decided(String name, Given given) {
    Scene scene = new Scene(mapping, given, catalogs.of(given.terms()));
    PairView pair = scene.pair();
    PairDecision decision = Reconciler.decide(mapping, scene.catalogs(), pair);
    Example example =
        new Example(name, "", given, Snapshot.of(scene, decision), Place.whole(mapping.file()));
    Set<EdgeLaw> broken = EdgeLaws.brokenBy(scene, pair, decision);
    if (broken.isEmpty()) {
      return new Tried(example, List.of(), List.of(), List.of());
    }
    SceneWords words = new SceneWords(scene, pair);
    List<Difference> laws =
        broken.stream().map(law -> new Difference("the law", law.sentence(), "broken")).toList();
    return new Tried(example, laws, words.given(), words.why(decision));
  }
}
