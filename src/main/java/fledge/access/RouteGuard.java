package fledge.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.ApplicationContext;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Stands before every handler: refuses what the actor has no right to, and the start of a portal with an undecided route. */
@Component
public class RouteGuard implements HandlerInterceptor, SmartInitializingSingleton {

    private final ApplicationContext context;

    RouteGuard(ApplicationContext context) {
        this.context = context;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method) || !isOurs(method)) {
            return true;
        }
        if (method.hasMethodAnnotation(OpenToAll.class) || method.hasMethodAnnotation(ByToken.class)) {
            return true;
        }
        Requires required = method.getMethodAnnotation(Requires.class);
        if (required != null && Arrays.stream(required.value()).anyMatch(Actor.current()::may)) {
            return true;
        }
        throw new AccessDeniedException(method.getShortLogMessage());
    }

    @Override
    public void afterSingletonsInstantiated() {
        List<String> undecided = context
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .values()
                .stream()
                .filter(RouteGuard::isOurs)
                .filter(method -> !method.hasMethodAnnotation(OpenToAll.class)
                        && !method.hasMethodAnnotation(ByToken.class)
                        && !method.hasMethodAnnotation(Requires.class))
                .map(HandlerMethod::getShortLogMessage)
                .sorted()
                .toList();
        if (!undecided.isEmpty()) {
            throw new IllegalStateException("Nobody decided who may use these routes: " + undecided);
        }
    }

    private static boolean isOurs(HandlerMethod method) {
        return method.getBeanType().getPackageName().startsWith("fledge");
    }
}
