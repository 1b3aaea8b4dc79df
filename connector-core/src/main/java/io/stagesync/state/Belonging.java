package io.stagesync.state;

import io.stagesync.vocabulary.Side;
import java.util.Optional;

/** Which org and account the store belongs to: it is bound at the first run and refuses others. */
public interface Belonging {
  /** The id of the org or account; empty before the first run. */
  Optional<String> account(Side side);

  /** Binds the store; once only for each side. */
  void bind(Side side, String accountId);

  /** A named remark about this store, such as the digest of the mapping that was last used. */
  Optional<String> remark(String name);

  /** Sets a remark. */
  void remark(String name, String text);
}
