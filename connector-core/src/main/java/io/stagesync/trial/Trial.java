package io.stagesync.trial;

import io.stagesync.example.Example;
import io.stagesync.mapping.Mapping;
import io.stagesync.reconcile.PairDecision;
import io.stagesync.reconcile.PairView;
import io.stagesync.reconcile.Reconciler;
import java.util.List;

/** Puts tests to a mapping: decides what they give, and holds it against what they expect. */
public final class Trial {
  private final Mapping mapping;
  private final ImaginedCatalogs catalogs;

  public Trial(Mapping mapping) {
    this.mapping = mapping;
    this.catalogs = new ImaginedCatalogs(mapping);
  }

  /** Puts one test. */
  public Tried put(Example example) {
    Scene scene = scene(example);
    PairView pair = scene.pair();
    PairDecision decision = Reconciler.decide(mapping, scene.catalogs(), pair);
    List<Difference> differences = Comparison.of(scene, decision, example.expected());
    if (differences.isEmpty()) {
      return new Tried(example, List.of(), List.of(), List.of());
    }
    SceneWords words = new SceneWords(scene, pair);
    return new Tried(example, differences, words.given(), words.why(decision));
  }

  Scene scene(Example example) {
    return new Scene(mapping, example.given(), catalogs.of(example.given().terms()));
  }
}
