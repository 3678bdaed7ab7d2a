using System.Globalization;
using Networks.Data;
using Networks.Workflows.Common;
using Networks.Workflows.Engine.Moving;

namespace Networks.Web.Engine.Moving;

/// <summary>One ticked network of a group: what its person saw, and what came of it.</summary>
/// <param name="Seen">Fingerprint of the preview.</param>
internal sealed record MovedInGroup(CaseId Case, string Reference, int To, string Seen)
{
    public bool Ok { get; init; }

    public string? Code { get; init; }

    public string? Text { get; init; }

    public static string Write(MovableCase row) =>
        string.Create(CultureInfo.InvariantCulture, $"{row.CaseId.Value:N}|{row.Preview.To}|{row.Preview.Fingerprint}|{row.Reference}");

    /// <returns>Null for what no page of ours has written.</returns>
    public static MovedInGroup? Read(string text) =>
        text.Split('|', 4) is [var id, var to, var seen, var reference]
            && Guid.TryParseExact(id, "N", out var caseId) && int.TryParse(to, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? new MovedInGroup(new CaseId(caseId), reference, version, seen)
            : null;

    /// <param name="form">Operation of the whole form: each network has its own, the same when the form is sent twice.</param>
    public MoveListed Request(Guid form) => new(BulkTurn.OperationOf(form, Case.Value), Case, To, Seen);
}
