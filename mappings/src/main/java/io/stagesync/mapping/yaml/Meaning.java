package io.stagesync.mapping.yaml;

/** Checks that a file which can be read also makes sense. */
final class Meaning {
  private Meaning() {}

  static void check(Draft draft) {
    new FieldCheck(draft).check();
    for (var track : draft.mapping().tracks()) {
      new WordCheck(draft, track).check();
      new AliasCheck(draft, track).check();
      new ValueCheck(draft, track).check();
      new PolicyCheck(draft, track).check();
      new BranchCheck(draft, track).check();
      new FloorCheck(draft, track).check();
      new CriteriaCheck(draft, track).check();
      new ChangesCheck(draft, track).check();
      new OwnerCheck(draft, track).check();
      new WayBackCheck(draft, track).check();
      new SideEffectCheck(draft, track).check();
      new ConceptCheck(draft, track).check();
    }
    new RuleCheck(draft).check();
    new RulesTogetherCheck(draft).check();
    new RuleChainCheck(draft).check();
    new ConversionCheck(draft).check();
  }
}
