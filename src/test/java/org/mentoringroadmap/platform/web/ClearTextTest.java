package org.mentoringroadmap.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.net.InetAddress;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mentoringroadmap.support.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.server.Ssl;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;

/** An administrator is told when pages go over a network without encryption. */
@ApplicationTest
@ExtendWith(OutputCaptureExtension.class)
class ClearTextTest {
    private static final String WARNING = "Other computers reach this one without encryption";

    @Autowired
    private MockMvc mvc;

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1,           false, false",
        "::1,                 false, false",
        "0:0:0:0:0:0:0:1,     false, false",
        "192.168.1.7,         false, true",
        "fe80::1,             false, true",
        "192.168.1.7,         true,  false"
    })
    void whatIsExposed(String from, boolean secure, boolean exposed) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");
        request.setRemoteAddr(from);
        request.setSecure(secure);
        ClearText clearText = clearText(new ServerProperties());

        clearText.doFilter(request, new MockHttpServletResponse(), new MockFilterChain());

        assertThat(ClearText.isExposed(request)).isEqualTo(exposed);
        assertThat(clearText.seen().isPresent()).isEqualTo(exposed);
    }

    @Test
    void requestsAreCountedAndToldOnce(CapturedOutput log) throws Exception {
        ClearText clearText = clearText(new ServerProperties());
        for (int i = 0; i < 3; i++) {
            MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");
            request.setRemoteAddr("10.0.0.7");
            clearText.doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
        }
        assertThat(clearText.seen().orElseThrow().count()).isEqualTo(3);
        assertThat(log).containsOnlyOnce("A request came over the network without encryption");
    }

    @Test
    void theStartWarnsWhoeverCanBeReachedWithoutEncryption(CapturedOutput log) throws Exception {
        ServerProperties behindAProxy = new ServerProperties();
        behindAProxy.setAddress(InetAddress.getByName("127.0.0.1"));
        clearText(behindAProxy).warn(null);
        ServerProperties withACertificate = new ServerProperties();
        withACertificate.setSsl(new Ssl());
        clearText(withACertificate).warn(null);
        MockEnvironment demo = new MockEnvironment();
        demo.setActiveProfiles("demo");
        new ClearText(new ServerProperties(), demo, Clock.systemUTC()).warn(null);
        assertThat(log).doesNotContain(WARNING);

        clearText(new ServerProperties()).warn(null);
        assertThat(log).contains(WARNING);
    }

    @Test
    void theAdministratorReadsItOnTheStateOfTheSystem() throws Exception {
        MockHttpSession administrator =
                (MockHttpSession) mvc.perform(formLogin().user("administrator").password("administrator-of-tests"))
                        .andReturn()
                        .getRequest()
                        .getSession();

        assertThat(state(administrator, "192.168.1.7", false))
                .contains(
                        "по сети без шифрования",
                        "Пароли и персональные данные идут по сети открыто",
                        "как это сделать");
        assertThat(state(administrator, "192.168.1.7", true)).contains("с шифрованием (HTTPS)");
        assertThat(state(administrator, "127.0.0.1", false)).contains("без шифрования, но с этого же компьютера");
    }

    private String state(MockHttpSession administrator, String from, boolean secure) throws Exception {
        return mvc.perform(get("/admin/state")
                        .session(administrator)
                        .secure(secure)
                        .with(request -> {
                            request.setRemoteAddr(from);
                            return request;
                        }))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private static ClearText clearText(ServerProperties server) {
        return new ClearText(server, new MockEnvironment(), Clock.systemUTC());
    }
}
