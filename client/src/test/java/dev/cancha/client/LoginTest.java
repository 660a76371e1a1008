package dev.cancha.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LoginTest {
  @Test
  void theTokenIsNotWrittenOut() {
    Login login = Login.as("Ana").resuming("q3vN0cT8sZ1yX5wB7mK2Lg");
    assertThat(login.token()).isEqualTo("q3vN0cT8sZ1yX5wB7mK2Lg");
    assertThat(login).hasToString("Login[name=Ana, resuming, client=null]");
    assertThat(Login.as("Ana")).hasToString("Login[name=Ana, client=null]");
  }
}
