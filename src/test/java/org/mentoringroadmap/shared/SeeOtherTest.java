package org.mentoringroadmap.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class SeeOtherTest {
    @ParameterizedTest
    @CsvSource({
        "/programmes/1/searches, http://host/programmes/1/searches?q=%D0%90&page=2, /programmes/1/searches?q=%D0%90&page=2",
        "/programmes/1/searches, http://host/programmes/1/pairs?q=a, /programmes/1/searches",
        "/programmes/1/searches, http://host/programmes/1/searches, /programmes/1/searches",
        "/programmes/1/searches#line, http://host/programmes/1/searches?page=2, /programmes/1/searches?page=2#line",
        "/programmes/1/searches?page=1, http://host/programmes/1/searches?page=2&q=a, /programmes/1/searches?page=1",
        "/programmes/1/searches, '', /programmes/1/searches",
        "/programmes/1/searches, not an address, /programmes/1/searches",
    })
    void aListIsShownAsItWasWhereTheFormStoodOnIt(String path, String referer, String expected) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/programmes/1/searches/7/stop");
        request.addHeader(HttpHeaders.REFERER, referer);

        assertThat(location(path, request)).isEqualTo(expected);
    }

    @Test
    void aBrowserThatDoesNotSayWhereTheFormStoodIsLedToTheWholeList() throws Exception {
        assertThat(location("/pairs", new MockHttpServletRequest("POST", "/pairs")))
                .isEqualTo("/pairs");
    }

    private static String location(String path, MockHttpServletRequest request) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        SeeOther.to(path).render(Map.of(), request, response);
        assertThat(response.getStatus()).isEqualTo(303);
        return response.getHeader(HttpHeaders.LOCATION);
    }
}
