package io.stagesync.app.show;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stagesync.mapping.Agreement;

/** Who agreed on a mapping file and whether it still means that, for people and for programs. */
public record AgreementText(Agreement agreement) {
  /** One sentence. */
  public String sentence() {
    var approval = agreement.approval();
    var said = "Agreed on by " + approval.words() + ", as the file says";
    if (agreement.outdated()) {
      return said + ", and changed since.";
    }
    return approval.meaning().isPresent()
        ? said + ", and not changed since."
        : said + "; with `meaning: " + agreement.meaning() + "` beside it a changed file waits.";
  }

  /** The same as an object, with the meaning of the file as it stands. */
  public ObjectNode json() {
    var json = JsonNodeFactory.instance.objectNode().put("by", agreement.approval().by());
    agreement.approval().on().ifPresent(day -> json.put("on", day.toString()));
    return json.put("meaning", agreement.meaning()).put("outdated", agreement.outdated());
  }
}
