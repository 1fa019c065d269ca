package org.mentoringroadmap.platform.web;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.format.FormatterRegistry;
import org.springframework.format.support.DefaultFormattingConversionService;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.multipart.MultipartResolver;
import org.springframework.web.multipart.support.StandardServletMultipartResolver;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What parameters and JSON must be like before a controller gets them; else the answer is 400. */
@Configuration(proxyBeanMethods = false)
class InputRules implements WebMvcConfigurer {
    /** No request of ours comes near to it. */
    private static final StreamReadConstraints LIMITS = StreamReadConstraints.builder()
            .maxNestingDepth(50)
            .maxNumberLength(100)
            .maxStringLength(1_000_000)
            .maxNameLength(1_000)
            .build();

    /** The one that hands the conversion of parameters to pages. */
    private static final int AFTER_SPRINGS_OWN = 1;

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(new WholeLists((ConversionService) registry));
        registry.addConverter(new PlainTexts());
    }

    /** Templates call methods with texts of their own, which nobody has entered: a separator keeps its space. */
    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        ConversionService ofPages = new DefaultFormattingConversionService();
        registry.addInterceptor(new HandlerInterceptor() {
                    @Override
                    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
                        request.setAttribute(ConversionService.class.getName(), ofPages);
                        return true;
                    }
                })
                .order(AFTER_SPRINGS_OWN);
    }

    /** What a file is called is a text of whoever sends it, and no parameter: the web firewall does not see it. */
    @Bean(DispatcherServlet.MULTIPART_RESOLVER_BEAN_NAME)
    MultipartResolver filesWithReadableNames() {
        return new StandardServletMultipartResolver() {
            @Override
            public MultipartHttpServletRequest resolveMultipart(HttpServletRequest request) {
                MultipartHttpServletRequest resolved = super.resolveMultipart(request);
                boolean unreadable = resolved.getMultiFileMap().values().stream()
                        .flatMap(List::stream)
                        .map(MultipartFile::getOriginalFilename)
                        .anyMatch(name -> name != null && name.chars().anyMatch(Character::isISOControl));
                if (unreadable) {
                    throw new MultipartException("A name of a file with characters that no name has");
                }
                return resolved;
            }
        };
    }

    /** For requests and answers only: what else reads JSON, reads our own. */
    @Override
    public void extendMessageConverters(List<HttpMessageConverter<?>> converters) {
        for (HttpMessageConverter<?> converter : converters) {
            if (converter instanceof MappingJackson2HttpMessageConverter json) {
                json.setObjectMapper(strict(json.getObjectMapper()));
            }
        }
    }

    private static ObjectMapper strict(ObjectMapper usual) {
        ObjectMapper strict = usual.copyWith(
                JsonFactory.builder().streamReadConstraints(LIMITS).build());
        strict.setDefaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL));
        strict.registerModule(PlainTexts.module());
        strict.coercionConfigDefaults().setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
        return strict;
    }
}
