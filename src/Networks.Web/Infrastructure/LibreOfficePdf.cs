using System.ComponentModel;
using System.Diagnostics;
using Networks.Workflows.Common;
using Networks.Workflows.Documents;

namespace Networks.Web.Infrastructure;

/// <summary>
/// PDF/A-1 by LibreOffice, one process and one empty profile for each document, so that nothing of one contract is left
/// for the next. Setting <c>Networks:LibreOffice</c>: path of <c>soffice</c>; absent: looked for on PATH.
/// </summary>
/// <remarks>
/// The process gets none of our environment, macros are off and links are not followed; external links have already been
/// refused by the gate, without which there is no <see cref="WordFile"/>.
/// </remarks>
internal sealed partial class LibreOfficePdf(IConfiguration configuration, ILogger<LibreOfficePdf> log) : IPdfConverter, IDisposable
{
    private const string _filter = """pdf:writer_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"1"}}""";

    private readonly SemaphoreSlim _atOnce = new(2);

    /// <summary>After so many seconds the process and its children are killed.</summary>
    private readonly int _seconds = configuration.GetValue("Networks:LibreOfficeSeconds", 60);

    /// <summary>The program that would be used, null where there is none.</summary>
    public string? Program { get; } = Find(configuration["Networks:LibreOffice"]);

    public async Task<Result<byte[]>> ToPdfAsync(WordFile document, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (Program is null)
        {
            return DocumentRefusals.NoPdfConverter;
        }

        await _atOnce.WaitAsync(cancellationToken);
        var folder = Directory.CreateTempSubdirectory("networks-pdf-");
        try
        {
            return await ConvertAsync(Program, folder.FullName, document, cancellationToken);
        }
        finally
        {
            _atOnce.Release();
            Remove(folder);
        }
    }

    public void Dispose() => _atOnce.Dispose();

    private async Task<Result<byte[]>> ConvertAsync(string program, string folder, WordFile document, CancellationToken cancellationToken)
    {
        var source = Path.Combine(folder, "document.docx");
        await File.WriteAllBytesAsync(source, document.Bytes, cancellationToken);
        await WriteProfileAsync(Path.Combine(folder, "profile"), cancellationToken);

        using var process = new Process { StartInfo = Start(program, folder, source) };
        try
        {
            process.Start();
        }
        catch (Win32Exception e)
        {
            NotStarted(e, program);
            return DocumentRefusals.NoPdfConverter;
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(_seconds));
        var said = Task.WhenAll(process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token));
        try
        {
            await process.WaitForExitAsync(limit.Token);
            await said;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            cancellationToken.ThrowIfCancellationRequested();
            return DocumentRefusals.PdfConversionSlow(_seconds);
        }

        var pdf = Path.ChangeExtension(source, ".pdf");
        if (process.ExitCode == 0 && File.Exists(pdf) && UploadGate.CheckPdf(await File.ReadAllBytesAsync(pdf, cancellationToken)) is { Ok: true } made)
        {
            return made;
        }

        Failed(process.ExitCode, string.Join(' ', await said));
        return DocumentRefusals.PdfConversionFailed;
    }

    private static ProcessStartInfo Start(string program, string folder, string source)
    {
        var start = new ProcessStartInfo(program)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        foreach (var argument in new[]
        {
            "--headless", "--invisible", "--norestore", "--nolockcheck", "--nodefault", "--nologo",
            "-env:UserInstallation=" + new Uri(Path.Combine(folder, "profile")).AbsoluteUri,
            "--convert-to", _filter, "--outdir", folder, source,
        })
        {
            start.ArgumentList.Add(argument);
        }

        var kept = new[] { "PATH", "SystemRoot" }.Select(n => (Name: n, Value: Environment.GetEnvironmentVariable(n))).Where(v => v.Value is not null).ToList();
        start.Environment.Clear();
        kept.ForEach(v => start.Environment[v.Name] = v.Value);
        foreach (var name in new[] { "HOME", "TMPDIR", "TEMP", "TMP" })
        {
            start.Environment[name] = folder;
        }

        start.Environment["LANG"] = "C.UTF-8";
        return start;
    }

    private static async Task WriteProfileAsync(string profile, CancellationToken cancellationToken)
    {
        const string settings =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <oor:items xmlns:oor="http://openoffice.org/2001/registry">
              <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
              <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
              <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
              <item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>2</value></prop></item>
            </oor:items>
            """;
        var user = Directory.CreateDirectory(Path.Combine(profile, "user"));
        await File.WriteAllTextAsync(Path.Combine(user.FullName, "registrymodifications.xcu"), settings, cancellationToken);
    }

    private static string? Find(string? configured)
    {
        if (!string.IsNullOrWhiteSpace(configured))
        {
            return File.Exists(configured) ? configured : null;
        }

        var names = OperatingSystem.IsWindows() ? new[] { "soffice.exe" } : ["soffice", "libreoffice"];
        return (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => names.Select(n => Path.Combine(folder, n)))
            .FirstOrDefault(File.Exists);
    }

    // A killed process may hold a file for a moment on Windows; what is left is in the system's temporary folder.
    private void Remove(DirectoryInfo folder)
    {
        try
        {
            folder.Delete(recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            NotRemoved(e, folder.FullName);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "LibreOffice could not be started: {Program}")]
    private partial void NotStarted(Exception e, string program);

    [LoggerMessage(Level = LogLevel.Error, Message = "LibreOffice made no PDF, exit code {Code}: {Said}")]
    private partial void Failed(int code, string said);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Temporary folder not removed: {Folder}")]
    private partial void NotRemoved(Exception e, string folder);
}
