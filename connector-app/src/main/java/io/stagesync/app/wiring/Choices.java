package io.stagesync.app.wiring;

import java.nio.file.Path;

/**
 * What the user chose on the command line for the parts.
 *
 * @param configFile the config file, as the user named it
 * @param newStore whether a store that does not exist is created
 * @param inlineSecrets whether secrets may stand in the config file itself
 */
public record Choices(Path configFile, boolean newStore, boolean inlineSecrets) {}
