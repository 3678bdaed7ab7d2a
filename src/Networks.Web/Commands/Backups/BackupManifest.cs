using Networks.Web.Infrastructure;

namespace Networks.Web.Commands.Backups;

/// <summary>What a copy says of itself, in <c>networks-backup.json</c>.</summary>
/// <param name="Format">Of the archive; this program reads 1.</param>
/// <param name="Program">Version of the program that made it.</param>
/// <param name="Migration">The last migration of the schema in it.</param>
/// <param name="DatabaseSha256">Hash of the database's copy in the archive.</param>
/// <param name="Cases">Cases in it.</param>
/// <param name="Facts">Rows of history in it.</param>
/// <param name="Files">Files of the cases in it.</param>
internal sealed record BackupManifest(
    int Format, DateTimeOffset MadeAt, string Program, DatabaseProvider Provider, string Migration, string DatabaseSha256, int Cases, int Facts, int Files)
{
    public const int CurrentFormat = 1;
}
