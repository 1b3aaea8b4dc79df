package io.stagesync.app.config;

import io.stagesync.app.config.ConfigProblem.Id;
import io.stagesync.jobs.Cron;
import io.stagesync.net.AllowedAddress;
import java.net.URI;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/** Reads texts of a section as what they mean; what is no such thing is noted as a problem. */
record Values(Section section, boolean inlineSecretsAllowed) {

  /** A text that must not stand in the file itself. */
  Optional<Secret> secret(String key) {
    return section
        .literal(key)
        .filter(
            text -> {
              if (Variables.refers(text) || inlineSecretsAllowed) {
                return true;
              }
              section.wrong(
                  key,
                  Id.INLINE_SECRET,
                  "a secret stands in the file itself",
                  "write ${NAME} and set NAME (or NAME_FILE) in the environment; "
                      + "--allow-inline-secrets accepts it on a machine of your own");
              return false;
            })
        .flatMap(text -> section.optionalText(key))
        .map(Secret::new);
  }

  /** A web address: https, or plain http on this machine itself. */
  Optional<URI> address(String key, Optional<String> text) {
    return text.flatMap(
        t -> {
          try {
            var address = URI.create(t);
            var host = address.getHost() == null ? "" : address.getHost().toLowerCase(Locale.ROOT);
            var scheme = address.getScheme() == null ? "" : address.getScheme();
            boolean safe =
                scheme.equals("https")
                    || (scheme.equals("http") && AllowedAddress.isLoopback(host));
            if (!host.isEmpty() && safe && address.getUserInfo() == null) {
              return Optional.of(address);
            }
          } catch (IllegalArgumentException e) {
            // Said below, in the same words for every address that is none.
          }
          section.wrong(
              key,
              Id.BAD_ADDRESS,
              "\"" + t.replaceFirst("//[^/@]*@", "//***@") + "\" cannot be called",
              "write https://HOST; plain http is for this machine's own addresses only");
          return Optional.empty();
        });
  }

  /** A part of a whole as a percentage above 0 and at most 100. */
  double share(String key, double otherwise) {
    return section
        .optionalText(key)
        .map(
            text -> {
              if (text.matches("\\d{1,3}(\\.\\d+)?%")) {
                double share = Double.parseDouble(text.replace("%", "")) / 100;
                if (share > 0 && share <= 1) {
                  return share;
                }
              }
              section.wrong(
                  key, Id.BAD_VALUE, "\"" + text + "\" is no share", "write 80% for example");
              return otherwise;
            })
        .orElse(otherwise);
  }

  /** A whole number between two others. */
  int number(String key, int least, int most, int otherwise) {
    return section
        .optionalText(key)
        .map(
            text -> {
              if (text.matches("\\d{1,6}")) {
                int number = Integer.parseInt(text);
                if (number >= least && number <= most) {
                  return number;
                }
              }
              section.wrong(
                  key,
                  Id.BAD_VALUE,
                  "\"" + text + "\" is no such number",
                  "write a whole number from " + least + " to " + most);
              return otherwise;
            })
        .orElse(otherwise);
  }

  /** Yes or no. */
  boolean yes(String key) {
    return section
        .optionalText(key)
        .map(
            text -> {
              if (!text.equals("true") && !text.equals("false")) {
                section.wrong(
                    key, Id.BAD_VALUE, "\"" + text + "\" is neither", "write true or false");
              }
              return text.equals("true");
            })
        .orElse(false);
  }

  /** A cron expression with seconds. */
  String cron(String key, String otherwise) {
    return section
        .optionalText(key)
        .map(
            text -> {
              Cron.problem(text)
                  .ifPresent(
                      problem ->
                          section.wrong(
                              key,
                              Id.BAD_CRON,
                              "\"" + text + "\" is no cron expression: " + problem,
                              "write six fields: second minute hour day month weekday, "
                                  + "\"0 */5 * * * ?\" is every five minutes"));
              return text;
            })
        .orElse(otherwise);
  }

  /** A time zone by its name. */
  ZoneId zone(String key, ZoneId otherwise) {
    return section
        .optionalText(key)
        .map(
            text -> {
              try {
                return ZoneId.of(text);
              } catch (DateTimeException e) {
                section.wrong(
                    key,
                    Id.BAD_TIME_ZONE,
                    "\"" + text + "\" is no time zone",
                    "write Europe/Berlin, America/New_York or UTC for example");
                return otherwise;
              }
            })
        .orElse(otherwise);
  }
}
