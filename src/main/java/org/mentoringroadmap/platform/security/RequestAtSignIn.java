package org.mentoringroadmap.platform.security;

import org.springframework.boot.web.servlet.filter.OrderedRequestContextFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Whoever is called in the course of a request knows it, while somebody signs in too: the engine's REST brings a filter for
 * that which comes only after the sign-in, and the framework then makes none.
 */
@Configuration(proxyBeanMethods = false)
class RequestAtSignIn {
    @Bean
    OrderedRequestContextFilter requestBeforeSignIn() {
        return new OrderedRequestContextFilter();
    }
}
