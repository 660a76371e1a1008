@echo off
rem Starts Cancha on Windows, from any folder: finds a Java 25 and runs it. Only for a distribution, which has its jars
rem beside it; among the sources, `mvnw.cmd -Pdist package` makes one in app\target.
rem
rem   JAVA25_HOME        the Java 25 to use, if it is not found by itself
rem   CANCHA_JAVA_OPTS   more options for the JVM, for example "-Xmx2g"
setlocal EnableExtensions DisableDelayedExpansion
set "root=%~dp0"
if not exist "%root%lib\" (
  echo cancha: there are no jars in %root%lib: unpack a distribution, or make one with mvnw.cmd -Pdist package. 1>&2
  exit /b 1
)

set "java="
call :look "%JAVA25_HOME%"
call :look "%JAVA_HOME%"
for /f "delims=" %%J in ('where java 2^>nul') do call :look "%%~dpJ.."
for /d %%J in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\*" "%ProgramFiles%\Zulu\*" "%ProgramFiles%\Amazon Corretto\*" "%USERPROFILE%\.jdks\*") do call :look "%%~J"
if not defined java (
  echo cancha: no Java 25 was found: install one, or set JAVA25_HOME to its folder. 1>&2
  exit /b 1
)

rem What the JVM wrote down about the classes of an earlier start; it looks itself whether that fits, and does without.
set "jvm=--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -Djdk.reflect.useNativeAccessorOnly=true -Xlog:aot*=off -Xlog:cds*=off"
set "jvm=%jvm% -XX:Tier4InvocationThreshold=20000 -XX:Tier4MinInvocationThreshold=2400 -XX:Tier4CompileThreshold=60000 -XX:Tier4BackEdgeThreshold=160000 -XX:+UseCompactObjectHeaders"
if exist "%root%aot" set "jvm=%jvm% -XX:AOTCache="%root%aot""
"%java%" %jvm% %CANCHA_JAVA_OPTS% -cp "%root%lib\*" dev.cancha.app.Main %*
exit /b %ERRORLEVEL%

:look
if defined java exit /b 0
if "%~1"=="" exit /b 0
if not exist "%~1\bin\java.exe" exit /b 0
if not exist "%~1\release" exit /b 0
findstr /b /r /c:"JAVA_VERSION=\"25[^0-9]" "%~1\release" >nul 2>nul && set "java=%~1\bin\java.exe"
exit /b 0
