package org.mentoringroadmap.support;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpSession;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.test.autoconfigure.web.servlet.MockMvcBuilderCustomizer;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.ConfigurableMockMvcBuilder;

/**
 * Sessions live in the database and a cookie leads to them. A {@code MockHttpSession} stands here for a browser: it
 * takes the cookies of every answer and sends them with the next request that is made with it.
 */
class BrowserCookies implements MockMvcBuilderCustomizer {
    private static final String COOKIES = BrowserCookies.class.getName();

    @Override
    public void customize(ConfigurableMockMvcBuilder<?> builder) {
        builder.defaultRequest(MockMvcRequestBuilders.get("/").with(BrowserCookies::send))
                .alwaysDo(
                        result -> take(result.getRequest(), result.getResponse().getCookies()));
    }

    private static MockHttpServletRequest send(MockHttpServletRequest request) {
        HttpSession browser = request.getSession(false);
        if (browser != null) {
            Cookie[] kept = cookies(browser).values().toArray(Cookie[]::new);
            if (kept.length > 0) {
                request.setCookies(kept);
            }
        }
        return request;
    }

    private static void take(MockHttpServletRequest request, Cookie[] answered) {
        if (answered.length > 0) {
            Map<String, Cookie> cookies = cookies(request.getSession());
            for (Cookie cookie : answered) {
                if (cookie.getMaxAge() == 0) {
                    cookies.remove(cookie.getName());
                } else {
                    cookies.put(cookie.getName(), cookie);
                }
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Cookie> cookies(HttpSession browser) {
        if (!(browser.getAttribute(COOKIES) instanceof Map<?, ?>)) {
            browser.setAttribute(COOKIES, new ConcurrentHashMap<String, Cookie>(Collections.emptyMap()));
        }
        return (Map<String, Cookie>) browser.getAttribute(COOKIES);
    }
}
