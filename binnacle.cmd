@echo off
rem Starts Binnacle from its sources on Windows, building them first when they changed.
rem The work is done by packaging\launch\binnacle.ps1; see the file "binnacle" for the commands.
powershell -NoLogo -NoProfile -ExecutionPolicy Bypass -File "%~dp0packaging\launch\binnacle.ps1" %*
exit /b %ERRORLEVEL%
