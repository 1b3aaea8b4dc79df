/**
 * Where an exported Salesforce project names the words of a mapping file, so that nobody renames
 * one blindly. Reads files and nothing else; what it reads is never trusted.
 */
@NullMarked
package io.stagesync.app.references;

import org.jspecify.annotations.NullMarked;
