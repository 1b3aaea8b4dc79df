package io.stagesync.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
  private final Nearest keys = new Nearest(List.of("rank", "owner", "requires", "lifecyclestage"));

  @Test
  void aTypingErrorFindsItsWord() {
    assertThat(keys.to("rnak")).contains("rank");
    assertThat(keys.to("lifecylestage")).contains("lifecyclestage");
    assertThat(keys.to("Owner")).contains("owner");
    assertThat(keys.to("require")).contains("requires");
  }

  @Test
  void aWordThatIsFarFromAllFindsNone() {
    assertThat(keys.to("colour")).isEmpty();
    assertThat(keys.to("x".repeat(10_000))).isEmpty();
    assertThat(keys.to("")).isEmpty();
  }

  @Test
  void theAdviceSaysWhatWouldHaveBeenRight() {
    assertThat(keys.advice("onwer", "delete it")).isEqualTo("did you mean `owner`?");
    assertThat(keys.advice("colour", "delete it")).isEqualTo("delete it");
  }
}
