package io.stagesync.app.start;

import io.stagesync.app.config.ConfigException;
import io.stagesync.app.wiring.Assembly;
import io.stagesync.mapping.yaml.FittedFile;
import io.stagesync.mapping.yaml.MappingFile;
import io.stagesync.port.CrmException;

/**
 * The mapping file that an admin begins with.
 *
 * @param text what is to be written
 * @param told what was done to it, a sentence for people; blank where nothing was
 */
public record FirstMapping(String text, String told) {

  /**
   * Fits a text to the picklists that both CRMs really have, where the config is complete enough to
   * ask them. What stands in the way of asking never stops anybody from beginning.
   */
  public static FirstMapping of(String text, Assembly assembly) {
    var mapping = MappingFile.parse("mapping.yaml", text).mapping();
    if (mapping.isEmpty() || !configured(assembly)) {
      return new FirstMapping(text, "");
    }
    try {
      var crms = assembly.crms(mapping.get());
      var fitted =
          FittedFile.of(text, crms.salesforce().catalog(false), crms.hubspot().catalog(false));
      return new FirstMapping(
          fitted.text(),
          fitted.suggestions() == 0
              ? "Every word of it is in both CRMs' picklists."
              : String.format(
                  "Read both CRMs' picklists: %,d lines are marked `suggested`; look at each.",
                  fitted.suggestions()));
    } catch (CrmException e) {
      return new FirstMapping(
          text,
          "Your picklists could not be read, so its words are not fitted to them: "
              + e.getMessage()
              + ". `stagesync check --live` says what does not fit, once they can be read.");
    }
  }

  private static boolean configured(Assembly assembly) {
    try {
      assembly.config();
      return true;
    } catch (ConfigException e) {
      return false;
    }
  }
}
