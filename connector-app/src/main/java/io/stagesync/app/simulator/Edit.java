package io.stagesync.app.simulator;

/**
 * One edit that a person made to one field.
 *
 * @param number counted upward from 1
 * @param lead the person's lead
 * @param contact the person's contact
 * @param from the raw value before, blank for none
 * @param to the raw value after, blank for none
 * @param at when, in milliseconds since 1970 by the simulated CRMs' clock
 */
public record Edit(
    long number,
    EditKind kind,
    Place place,
    String lead,
    String contact,
    String from,
    String to,
    long at) {}
