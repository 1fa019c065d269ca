package org.mentoringroadmap.platform.security;

import static org.springframework.security.config.http.SessionCreationPolicy.STATELESS;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.rest.security.auth.ProcessEngineAuthenticationFilter;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.Webapps;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AnonymousConfigurer;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.config.annotation.web.configurers.SecurityContextConfigurer;
import org.springframework.security.config.annotation.web.configurers.SessionManagementConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.logout.HttpStatusReturningLogoutSuccessHandler;
import org.springframework.security.web.authentication.logout.SimpleUrlLogoutSuccessHandler;
import org.springframework.security.web.context.DelegatingSecurityContextRepository;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.firewall.FirewalledRequest;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestHeaderRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Seven chains: open files and questionnaires, which ask for no session, the engine's REST (Basic), what watches the
 * application (Basic), our JSON for scripts (Basic) and for pages (session), everything that a person opens (form login).
 */
@Configuration(proxyBeanMethods = false)
class SecurityChains {
    private static final PathPatternRequestMatcher.Builder PATH = PathPatternRequestMatcher.withDefaults();
    private static final RequestMatcher WEBAPP_LOGOUT =
            PATH.matcher(HttpMethod.POST, Webapps.API + "/admin/auth/user/{engine}/logout");

    /** A sign-in of the webapps' own; ours is the only one. */
    private static final RequestMatcher WEBAPP_LOGIN = PATH.matcher(Webapps.API + "/admin/auth/user/{engine}/login/**");

    /** What is said of our interface to whoever connects a program. */
    private static final RequestMatcher DESCRIPTION =
            new OrRequestMatcher(PATH.matcher("/api/openapi.json*"), PATH.matcher("/api/openapi.json/**"));

    private static final RequestMatcher API = PATH.matcher("/api/**");
    private static final RequestMatcher BY_SCRIPT =
            new AndRequestMatcher(API, new RequestHeaderRequestMatcher(HttpHeaders.AUTHORIZATION));

    private static final HttpStatusEntryPoint UNAUTHORIZED = new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED);

    private final IdentityService identity;
    private final SecurityContextRepository signedIn;

    SecurityChains(IdentityService identity, EngineAuthenticationProvider accounts) {
        this.identity = identity;
        this.signedIn = new DelegatingSecurityContextRepository(
                new RequestAttributeSecurityContextRepository(), new SessionSignIn(accounts));
    }

    /** Pictures and styles cost no look at the session. */
    @Bean
    @Order(0)
    SecurityFilterChain open(HttpSecurity http) throws Exception {
        return http.securityMatcher(new OrRequestMatcher(
                        PATH.matcher("/webjars/**"), PATH.matcher("/static/**"), PATH.matcher("/favicon.ico")))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .securityContext(SecurityContextConfigurer::disable)
                .sessionManagement(SessionManagementConfigurer::disable)
                .requestCache(RequestCacheConfigurer::disable)
                .anonymous(AnonymousConfigurer::disable) // it notes the session of whoever it is
                .csrf(CsrfConfigurer::disable)
                .headers(BrowserRules::tell)
                .build();
    }

    /**
     * Whoever answers a questionnaire has no account: the secret in the address is all that is asked for, and no other site
     * learns it. There is no session, so that nothing of a person stays behind on a computer that many use.
     */
    @Bean
    @Order(1)
    SecurityFilterChain questionnaires(HttpSecurity http) throws Exception {
        return http.securityMatcher(new OrRequestMatcher(PATH.matcher("/q"), PATH.matcher("/q/**")))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .securityContext(SecurityContextConfigurer::disable)
                .sessionManagement(SessionManagementConfigurer::disable)
                .requestCache(RequestCacheConfigurer::disable)
                .anonymous(AnonymousConfigurer::disable) // it notes the session of whoever it is
                .csrf(CsrfConfigurer::disable)
                .headers(BrowserRules::tellNobody)
                .addFilterAfter(new OtherSites(), HeaderWriterFilter.class)
                .addFilterAfter(new SmallForms(), OtherSites.class)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain engineRest(HttpSecurity http) throws Exception {
        return http.securityMatcher(PATH.matcher("/engine-rest/**"))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .httpBasic(basic -> basic.authenticationEntryPoint(new BasicForPrograms()))
                .exceptionHandling(errors -> errors.authenticationEntryPoint(new BasicForPrograms()))
                .sessionManagement(session -> session.sessionCreationPolicy(STATELESS))
                .csrf(CsrfConfigurer::disable)
                .headers(BrowserRules::tell)
                .addFilterAfter(new OtherSites(), HeaderWriterFilter.class)
                .addFilterAfter(new PasswordFirstFilter(), AuthorizationFilter.class)
                .addFilterAfter(new EngineAuthenticationFilter(identity), PasswordFirstFilter.class)
                .addFilterAfter(new UnofferedPaths(), EngineAuthenticationFilter.class)
                .build();
    }

    /** What watches the application asks for its health without an account, and for more as an administrator. */
    @Bean
    @Order(3)
    SecurityFilterChain watching(HttpSecurity http) throws Exception {
        return http.securityMatcher(PATH.matcher("/actuator/**"))
                .authorizeHttpRequests(requests -> requests.requestMatchers(PATH.matcher("/actuator/health"))
                        .permitAll()
                        .anyRequest()
                        .hasRole(Role.ADMINISTRATOR.id()))
                .httpBasic(basic -> basic.authenticationEntryPoint(UNAUTHORIZED))
                .exceptionHandling(errors -> errors.authenticationEntryPoint(UNAUTHORIZED))
                .sessionManagement(session -> session.sessionCreationPolicy(STATELESS))
                .requestCache(RequestCacheConfigurer::disable)
                .anonymous(AnonymousConfigurer::disable) // it notes the session of whoever it is
                .csrf(CsrfConfigurer::disable)
                .headers(BrowserRules::tell)
                .addFilterAfter(new OtherSites(), HeaderWriterFilter.class)
                .addFilterAfter(new PasswordFirstFilter(), AuthorizationFilter.class)
                .build();
    }

    /**
     * A script signs in with Basic and needs no CSRF token: whoever sends credentials is taken at their word, and no
     * session stands in for them. No popup of the browser asks.
     */
    @Bean
    @Order(4)
    SecurityFilterChain apiForScripts(HttpSecurity http) throws Exception {
        return api(http.securityMatcher(BY_SCRIPT))
                .httpBasic(basic -> basic.authenticationEntryPoint(UNAUTHORIZED))
                .sessionManagement(session -> session.sessionCreationPolicy(STATELESS))
                .csrf(CsrfConfigurer::disable)
                .build();
    }

    /** A page has its session, and writes with the token of its forms. */
    @Bean
    @Order(5)
    SecurityFilterChain apiForPages(HttpSecurity http) throws Exception {
        return api(http.securityMatcher(API))
                .securityContext(context -> context.securityContextRepository(signedIn))
                .build();
    }

    private HttpSecurity api(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(DESCRIPTION)
                        .hasRole(Role.ADMINISTRATOR.id())
                        .anyRequest()
                        .authenticated())
                .exceptionHandling(errors -> errors.authenticationEntryPoint(UNAUTHORIZED))
                .requestCache(RequestCacheConfigurer::disable)
                .headers(BrowserRules::tell)
                .addFilterAfter(new OtherSites(), HeaderWriterFilter.class)
                .addFilterAfter(new PasswordFirstFilter(), AuthorizationFilter.class)
                .addFilterAfter(new EngineAuthenticationFilter(identity), PasswordFirstFilter.class);
    }

    @Bean
    @Order(6)
    SecurityFilterChain pages(HttpSecurity http, RepeatedForms repeated) throws Exception {
        RequestCache asked = SignInHandlers.askedPages();
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(
                                PATH.matcher("/login"), PATH.matcher(SignInHandlers.WRONG), PATH.matcher("/error"))
                        .permitAll()
                        .requestMatchers(WEBAPP_LOGIN)
                        .denyAll()
                        .requestMatchers(
                                PATH.matcher(Webapps.PAGES + "/cockpit/**"),
                                PATH.matcher(Webapps.PAGES + "/admin/**"),
                                PATH.matcher(Webapps.API + "/cockpit/**"),
                                PATH.matcher(Webapps.API + "/admin/setup/**"))
                        .hasRole(Role.ADMINISTRATOR.id())
                        .anyRequest()
                        .authenticated())
                .securityContext(context -> context.securityContextRepository(signedIn))
                .requestCache(cache -> cache.requestCache(asked))
                .formLogin(form -> form.loginPage("/login")
                        .permitAll()
                        .authenticationDetailsSource(TypedCode::of)
                        .securityContextRepository(signedIn)
                        .successHandler(SignInHandlers.success(asked))
                        .failureHandler(SignInHandlers.failure()))
                .logout(logout -> logout.logoutRequestMatcher(
                                new OrRequestMatcher(PATH.matcher(HttpMethod.POST, "/logout"), WEBAPP_LOGOUT))
                        .logoutSuccessHandler((request, response, authentication) -> {
                            if (WEBAPP_LOGOUT.matches(request)) {
                                new HttpStatusReturningLogoutSuccessHandler(HttpStatus.NO_CONTENT)
                                        .onLogoutSuccess(request, response, authentication);
                            } else {
                                SimpleUrlLogoutSuccessHandler toLogin = new SimpleUrlLogoutSuccessHandler();
                                toLogin.setDefaultTargetUrl("/login?logout");
                                toLogin.onLogoutSuccess(request, response, authentication);
                            }
                        })
                        .deleteCookies("JSESSIONID"))
                .exceptionHandling(errors -> errors.defaultAuthenticationEntryPointFor(
                                UNAUTHORIZED, PATH.matcher(Webapps.API + "/**"))
                        .defaultAuthenticationEntryPointFor(SignInHandlers.entryPoint(), request -> true)
                        .accessDeniedHandler(SignInHandlers.refusal()))
                // The webapps have a CSRF filter of their own, with its own cookie.
                .csrf(csrf -> csrf.ignoringRequestMatchers(
                        PATH.matcher(Webapps.API + "/**"), PATH.matcher(Webapps.PAGES + "/**")))
                .headers(BrowserRules::tell)
                .addFilterAfter(new OtherSites(PATH.matcher(Webapps.API + "/**")), HeaderWriterFilter.class)
                .addFilterAfter(new PasswordFirstFilter(), AuthorizationFilter.class)
                .addFilterAfter(new EngineAuthenticationFilter(identity), PasswordFirstFilter.class)
                .addFilterAfter(new UnofferedPaths(), EngineAuthenticationFilter.class)
                .addFilterAfter(repeated, UnofferedPaths.class)
                .build();
    }

    /**
     * PostgreSQL keeps no text with this character in it, and nobody types it: such a request is refused as a whole. The
     * engine's REST reads the query by itself, past the parameters; there it can only be written in this way.
     */
    @Bean
    StrictHttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall() {
            @Override
            public FirewalledRequest getFirewalledRequest(HttpServletRequest request) {
                if (request.getQueryString() != null && request.getQueryString().contains("%00")) {
                    throw new RequestRejectedException("A query with a character that no text has");
                }
                return super.getFirewalledRequest(request);
            }
        };
        firewall.setAllowedParameterValues(value -> value.indexOf('\0') < 0);
        return firewall;
    }

    @Bean
    RequestRejectedHandler rejected() {
        return (request, response, rejected) -> {
            BrowserRules.tell(response);
            response.sendError(HttpStatus.BAD_REQUEST.value());
        };
    }

    /** Part of the chain of pages only, behind its guards. */
    @Bean
    FilterRegistrationBean<RepeatedForms> repeatedFormsOnlyInTheChain(RepeatedForms repeated) {
        FilterRegistrationBean<RepeatedForms> registration = new FilterRegistrationBean<>(repeated);
        registration.setEnabled(false);
        return registration;
    }

    @Bean
    FilterRegistrationBean<Filter> webappAuthentication() {
        FilterRegistrationBean<Filter> registration =
                new FilterRegistrationBean<>(new ContainerBasedAuthenticationFilter());
        registration.setName("webapp-authentication");
        registration.setInitParameters(Map.of(
                ProcessEngineAuthenticationFilter.AUTHENTICATION_PROVIDER_PARAM, WebappAuthentication.class.getName()));
        registration.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 1);
        registration.addUrlPatterns(Webapps.PAGES + "/*", Webapps.API + "/*");
        return registration;
    }
}
