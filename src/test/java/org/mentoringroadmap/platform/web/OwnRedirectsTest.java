package org.mentoringroadmap.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class OwnRedirectsTest {
    @ParameterizedTest
    @CsvSource({
        "/login,                                            /login",
        "/programmes/1#item-1.1.1,                          /programmes/1#item-1.1.1",
        "/programmes/1/activities/😀,                       /programmes/1/activities/%F0%9F%98%80",
        "/documents?q=Примеров,                             /documents?q=%D0%9F%D1%80%D0%B8%D0%BC%D0%B5%D1%80%D0%BE%D0%B2",
        "folder?gaps=true,                                  folder?gaps=true",
        "http://school.example/login?error#x,               /login?error#x",
        "https://SCHOOL.example:8443/a%20b,                 /a%20b",
        "http://school.example,                             /",
        "http://school.example//evil.example/,              /",
        "http://evil.example/login,                         /",
        "//evil.example/login,                              /",
        "/\\evil.example,                                   /%5Cevil.example",
        "javascript:alert(1),                               /",
        "http://school.example@evil.example/,               /",
        "http:///x y|z,                                     /"
    })
    void leadsToThisApplicationInAscii(String location, String own) throws Exception {
        assertThat(header(response -> response.setHeader("Location", location))).isEqualTo(own);
        assertThat(header(response -> response.addHeader("location", location))).isEqualTo(own);
        assertThat(header(response -> response.sendRedirect(location))).isEqualTo(own);
    }

    @Test
    void aLineBreakBeginsNoOtherHeader() throws Exception {
        assertThat(header(response -> response.setHeader("Location", "/x\r\nSet-Cookie: a=b")))
                .isEqualTo("/x%0D%0ASet-Cookie:%20a=b");
    }

    @Test
    void otherHeadersStayAsTheyAre() throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        new OwnRedirects()
                .doFilter(
                        request(),
                        response,
                        (asked, answer) -> ((HttpServletResponse) answer).setHeader("Link", "http://evil.example/"));
        assertThat(response.getHeader("Link")).isEqualTo("http://evil.example/");
    }

    private interface Answering {
        void with(HttpServletResponse response) throws java.io.IOException;
    }

    private static String header(Answering answering) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        new OwnRedirects()
                .doFilter(request(), response, (asked, answer) -> answering.with((HttpServletResponse) answer));
        return response.getHeader("Location");
    }

    private static MockHttpServletRequest request() {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");
        request.setServerName("school.example");
        return request;
    }
}
