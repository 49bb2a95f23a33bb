@echo off
rem zfscope from a checkout: builds it if needed, then runs it. Without arguments it opens the window.
setlocal
set "HOME_DIR=%~dp0"
set "CLASSPATH_FILE=%HOME_DIR%app\target\zfscope.classpath"
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
if not exist "%CLASSPATH_FILE%" (
    echo zfscope: building ^(the first time this downloads its libraries; a few minutes^) 1>&2
    pushd "%HOME_DIR%"
    call mvn -q -B -pl app -am -DskipTests -Dspotless.check.skip=true package 1>&2 || exit /b 1
    popd
)
for %%J in ("%HOME_DIR%app\target\app-*.jar") do set "APP_JAR=%%~fJ"
set /p CP=<"%CLASSPATH_FILE%"
if not defined ZFSCOPE_MEMORY set "ZFSCOPE_MEMORY=4g"
if not defined OMP_WAIT_POLICY set "OMP_WAIT_POLICY=PASSIVE"
"%JAVA%" -XX:+UseSerialGC -Xmx%ZFSCOPE_MEMORY% -cp "%APP_JAR%;%CP%" org.zfscope.app.Launcher %*
exit /b %ERRORLEVEL%
