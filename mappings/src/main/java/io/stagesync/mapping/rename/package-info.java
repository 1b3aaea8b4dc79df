/**
 * Which new value of a picklist is an old one under another name. No CRM tells of a rename, so all
 * of it is guessed, with the reason for each guess: for sentences and suggestions that people look
 * at, never for a decision. {@link io.stagesync.mapping.rename.Renames} is the one that guesses.
 */
@NullMarked
package io.stagesync.mapping.rename;

import org.jspecify.annotations.NullMarked;
