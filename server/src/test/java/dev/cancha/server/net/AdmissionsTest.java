package dev.cancha.server.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AdmissionsTest {
  private final NetLimits limits = withConnections(20, 4);
  private final Admissions admissions = new Admissions(limits);

  static NetLimits withConnections(int all, int ofAddress) {
    NetLimits standard = NetLimits.standard();
    return new NetLimits(all, ofAddress, standard.helloTimeout(), standard.idleTimeout(),
        standard.writeLowWaterBytes(), standard.writeHighWaterBytes(), standard.closeLinger(),
        standard.maxHttpHeaderBytes(), List.of(), List.of(), "");
  }

  @Test
  void anAddressThatHasItsShareIsToldAndThenClosed() {
    for (int i = 0; i < 4; i++) {
      assertThat(admissions.enter("10.0.0.1", false)).isEqualTo(Admissions.Verdict.WELCOME);
    }

    assertThat(admissions.enter("10.0.0.1", false)).isEqualTo(Admissions.Verdict.TOO_MANY_OF_ADDRESS);
    assertThat(admissions.enter("10.0.0.1", false)).isEqualTo(Admissions.Verdict.CLOSE);
    assertThat(admissions.enter("10.0.0.2", false)).isEqualTo(Admissions.Verdict.WELCOME);
  }

  @Test
  void thisMachineIsExemptFromTheLimitByAddressButNotFromTheWhole() {
    for (int i = 0; i < 20; i++) {
      assertThat(admissions.enter("127.0.0.1", true)).isEqualTo(Admissions.Verdict.WELCOME);
    }

    assertThat(admissions.enter("127.0.0.1", true)).isEqualTo(Admissions.Verdict.FULL);
    assertThat(admissions.enter("127.0.0.1", true)).isEqualTo(Admissions.Verdict.CLOSE);
  }

  @Test
  void whatWasRefusedCountsUntilItIsGone() {
    for (int i = 0; i < 6; i++) {
      admissions.enter("10.0.0.1", false);
    }
    admissions.leave("10.0.0.1", false);
    admissions.leave("10.0.0.1", false);
    assertThat(admissions.enter("10.0.0.1", false)).isEqualTo(Admissions.Verdict.TOO_MANY_OF_ADDRESS);
    admissions.leave("10.0.0.1", false);
    admissions.leave("10.0.0.1", false);

    assertThat(admissions.enter("10.0.0.1", false)).isEqualTo(Admissions.Verdict.WELCOME);
  }

  @Test
  void anAddressIsForgottenWithItsLastConnection() {
    for (int i = 0; i < 1_000; i++) {
      admissions.enter("10.0.0." + i, false);
      admissions.leave("10.0.0." + i, false);
    }

    assertThat(admissions.open()).isZero();
    assertThat(admissions.addresses()).isZero();
  }
}
