# The portal as a container: docker compose up, or docker build -t fledge . and docs/operations.md
FROM maven:3-eclipse-temurin-25 AS build
WORKDIR /source
COPY pom.xml .
RUN mvn -B -q dependency:go-offline || true
COPY . .
RUN mvn -B -q -DskipTests package \
 && cp target/fledge-*.jar fledge.jar \
 && java -Djarmode=tools -jar fledge.jar extract --layers --destination layers

FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 --home-dir /opt/fledge --create-home fledge
WORKDIR /opt/fledge
# From what changes least to what changes most, so that an update sends a few hundred kilobytes.
COPY --from=build /source/layers/dependencies/ ./
COPY --from=build /source/layers/spring-boot-loader/ ./
COPY --from=build /source/layers/snapshot-dependencies/ ./
COPY --from=build /source/layers/application/ ./
USER 10001
ENV SPRING_PROFILES_ACTIVE=production \
    JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=70"
EXPOSE 8080
# The image has a shell that speaks TCP and needs no other tool.
HEALTHCHECK --interval=10s --timeout=3s --start-period=90s --retries=3 CMD ["bash", "-c", \
  "exec 3<>/dev/tcp/127.0.0.1/${PORT:-8080} && printf 'GET /readyz HTTP/1.0\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200'"]
ENTRYPOINT ["java", "--enable-native-access=ALL-UNNAMED", "-jar", "fledge.jar"]
