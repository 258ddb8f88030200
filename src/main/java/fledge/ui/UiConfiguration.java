package fledge.ui;

import fledge.access.Right;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.servlet.filter.OrderedFormContentFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/** Language, shell and the check of raw input for every page. */
@Configuration(proxyBeanMethods = false)
class UiConfiguration implements WebMvcConfigurer {

    private final LayoutFactory layouts;

    UiConfiguration(LayoutFactory layouts) {
        this.layouts = layouts;
    }

    @Bean
    static LocaleResolver localeResolver() {
        var resolver = new CookieLocaleResolver("fledge-language");
        resolver.setDefaultLocale(Locale.SIMPLIFIED_CHINESE);
        resolver.setCookieMaxAge(Duration.ofDays(365));
        resolver.setCookiePath("/");
        resolver.setCookieSameSite("Lax");
        resolver.setLanguageTagCompliant(true);
        resolver.setRejectInvalidCookies(false);
        return resolver;
    }

    /** Reads the form of a PUT; bytes that are no form are the sender's fault and not ours. */
    @Bean
    static OrderedFormContentFilter formContentFilter() {
        return new OrderedFormContentFilter() {
            @Override
            protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                    throws ServletException, IOException {
                try {
                    super.doFilterInternal(request, response, chain);
                } catch (HttpMessageNotReadableException noForm) {
                    response.sendError(HttpServletResponse.SC_BAD_REQUEST);
                }
            }
        };
    }

    @Bean
    static NavigationEntry deskEntry() {
        return new NavigationEntry(10, "desk", "/desk", Right.OWN_DESK);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        var language = new LocaleChangeInterceptor();
        language.setParamName("lang");
        language.setIgnoreInvalidLocale(true);
        registry.addInterceptor(language);
        registry.addInterceptor(new RawInput());
        registry.addInterceptor(new Shell(layouts));
    }

    /** The shell is made after the handler, and only for what is rendered: a redirect or a saved cell has none. */
    private record Shell(LayoutFactory layouts) implements HandlerInterceptor {

        @Override
        public void postHandle(
                HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
            if (page != null
                    && page.getViewName() != null
                    && !page.getViewName().startsWith("redirect:")) {
                page.addObject("layout", layouts.layout(request));
            }
        }

        @Override
        public void afterCompletion(
                HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
            if (!request.getMethod().equals("GET")) {
                layouts.acted();
            }
        }
    }

    /** Neither a zero byte nor half a character is text that the database keeps; refused here once instead of by every field. */
    private static final class RawInput implements HandlerInterceptor {

        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            boolean readable = request.getParameterMap().entrySet().stream()
                    .allMatch(entry -> isText(entry.getKey())
                            && Stream.of(entry.getValue()).allMatch(RawInput::isText));
            if (!readable) {
                throw new UnreadableInput();
            }
            return true;
        }

        /** A name without a value has none at all in a PUT. */
        private static boolean isText(@Nullable String value) {
            return value != null
                    && value.indexOf('\0') < 0
                    && StandardCharsets.UTF_8.newEncoder().canEncode(value);
        }
    }
}
