using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Networks.Workflows.Mail.FailMail;

namespace Networks.Workflows.Mail.ReadBounces;

/// <summary>Where the mail system lays down what comes back to our sender's address: a folder, or a Maildir.</summary>
/// <param name="Path">Null: nothing is read.</param>
public sealed record BounceFolder(string? Path);

/// <summary>
/// Reads the mails that came back. A report that a mail of ours did not arrive becomes work for its desk; then the file
/// goes to <c>done</c>, anything that is no such report to <c>unknown</c>, where a person may look at it.
/// </summary>
/// <remarks>Safe on several nodes and after a crash: telling the same failure twice changes nothing.</remarks>
public sealed partial class BounceReader(IServiceScopeFactory scopes, BounceFolder folder, ILogger<BounceReader> log)
{
    /// <summary>A report quotes at most the headers or the text of a mail of ours: what is longer is no report.</summary>
    private const int LongestReport = 1024 * 1024;

    private const int AtOnce = 200;

    /// <returns>How many reports were read.</returns>
    public async Task<int> ReadAsync(CancellationToken cancellationToken)
    {
        var read = 0;
        foreach (var file in Files().Take(AtOnce).ToList())
        {
            try
            {
                read += await ReadAsync(file, cancellationToken) ? 1 : 0;
            }
            catch (IOException e)
            {
                // Another node has moved it, or it is still being written: the next run looks again.
                Skipped(e.Message);
            }
        }

        return read;
    }

    private IEnumerable<FileInfo> Files() => folder.Path is not { } path ? []
        : new[] { path, Path.Combine(path, "new") }.Select(p => new DirectoryInfo(p)).Where(d => d.Exists)
            .SelectMany(d => d.EnumerateFiles()).Where(f => !f.Name.StartsWith('.')).OrderBy(f => f.Name, StringComparer.Ordinal);

    private async Task<bool> ReadAsync(FileInfo file, CancellationToken cancellationToken)
    {
        var report = file.Length > LongestReport ? null : BounceReport.Read(await File.ReadAllTextAsync(file.FullName, Encoding.Latin1, cancellationToken));
        if (report is { IsFinal: true })
        {
            await using var scope = scopes.CreateAsyncScope();
            if (await scope.ServiceProvider.GetRequiredService<MailFailure>().TellAsync(report.Message, null, report.Reason, cancellationToken) is not null)
            {
                return false;
            }
        }

        var to = Directory.CreateDirectory(Path.Combine(folder.Path!, report is null ? "unknown" : "done"));
        file.MoveTo(Path.Combine(to.FullName, file.Name), overwrite: true);
        return report is not null;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "A returned mail was not read: {Reason}")]
    private partial void Skipped(string reason);
}
