package org.mentoringroadmap.platform.web;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;

/**
 * Links stand in pages as templates write them. Spring would look for each of them, the page of a mentee like a style
 * sheet, as a file in every jar, in order to put a version into its address: a quarter of the work for a page. A file of a
 * library is found without its version too.
 */
@Configuration(proxyBeanMethods = false)
class PlainLinks {
    @Bean
    FilterRegistrationBean<ResourceUrlEncodingFilter> noVersionsInLinks() {
        FilterRegistrationBean<ResourceUrlEncodingFilter> registration =
                new FilterRegistrationBean<>(new ResourceUrlEncodingFilter());
        registration.setEnabled(false);
        return registration;
    }
}
