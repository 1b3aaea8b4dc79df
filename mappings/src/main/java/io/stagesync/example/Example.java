package io.stagesync.example;

import io.stagesync.mapping.Diagnostic.Place;

/**
 * One test.
 *
 * @param name what it shows, a sentence; no other test of its file has it
 * @param because why it matters, for people; blank where nothing is said
 * @param given how the pair stands
 * @param expected what is to be concluded
 * @param place where it was written
 */
public record Example(String name, String because, Given given, Expected expected, Place place) {}
