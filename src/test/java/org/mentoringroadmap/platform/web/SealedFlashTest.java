package org.mentoringroadmap.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.web.servlet.FlashMap;

class SealedFlashTest {
    private final SealedFlash flashes = new SealedFlash();
    private final MockHttpSession session = new MockHttpSession();
    private Cookie[] cookies = {};

    @Test
    void whatAPageHandsOnIsThereOnce() {
        hand("one");

        assertThat(taken()).isEqualTo("one");
        assertThat(taken()).isNull();
    }

    @Test
    void whatNobodyReadsIsNotCarriedAlongForEver() {
        for (int act = 0; act < 40; act++) {
            hand("act " + act);
        }
        int size = ((byte[]) session.getAttribute("sealed")).length;
        hand("last");

        assertThat(((byte[]) session.getAttribute("sealed")).length).isLessThanOrEqualTo(size);
        assertThat(Stream.generate(this::taken).limit(40).filter(text -> text != null))
                .hasSizeLessThan(10)
                .contains("last", "act 39")
                .doesNotContain("act 0");
    }

    private void hand(String text) {
        FlashMap flash = new FlashMap();
        flash.put("text", text);
        MockHttpServletRequest request = request();
        MockHttpServletResponse response = new MockHttpServletResponse();
        flashes.saveOutputFlashMap(flash, request, response);
        cookies = response.getCookies().length == 0 ? cookies : response.getCookies();
    }

    private Object taken() {
        FlashMap found = flashes.retrieveAndUpdate(request(), new MockHttpServletResponse());
        return found == null ? null : found.get("text");
    }

    private MockHttpServletRequest request() {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setSession(session);
        request.setCookies(Arrays.copyOf(cookies, cookies.length));
        return request;
    }
}
