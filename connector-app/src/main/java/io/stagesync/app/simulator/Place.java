package io.stagesync.app.simulator;

import io.stagesync.vocabulary.Side;

/**
 * A field of one record.
 *
 * @param object the kind of record
 * @param id the record
 * @param field the field's API name
 */
public record Place(Kind object, String id, String field) {

  /** The kinds of records in which people edit. */
  public enum Kind {
    LEAD,
    OPPORTUNITY,
    CONTACT
  }

  static Place lead(String id, String field) {
    return new Place(Kind.LEAD, id, field);
  }

  static Place contact(String id, String property) {
    return new Place(Kind.CONTACT, id, property);
  }

  /** The CRM that has it. */
  public Side side() {
    return object == Kind.CONTACT ? Side.HUBSPOT : Side.SALESFORCE;
  }
}
