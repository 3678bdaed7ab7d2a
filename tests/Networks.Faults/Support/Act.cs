using Networks.Data;
using Networks.Workflows.Tests.Support;

namespace Networks.Faults.Support;

/// <summary>One press of a button, as the browser sends it: it may be sent again as it is.</summary>
/// <param name="Mark">A text that only this act writes, to be found again; empty when there is none.</param>
internal sealed record Act(string Kind, Guid Operation, string Page, string Handler, string Mark, params (string Name, string Value)[] Fields)
{
    /// <summary>A file that goes along.</summary>
    public (string Field, string Name, byte[] Bytes)? File { get; init; }

    public HttpContent Content(string forgery)
    {
        KeyValuePair<string, string>[] fields =
        [
            new("_handler", Handler), new("__RequestVerificationToken", forgery), new("op", $"{Operation}"),
            .. Fields.Select(f => KeyValuePair.Create(f.Name, f.Value)),
        ];
        if (File is not { } file)
        {
            return new FormUrlEncodedContent(fields);
        }

        var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            content.Add(new StringContent(value), name);
        }

        content.Add(new ByteArrayContent(file.Bytes), file.Field, file.Name);
        return content;
    }
}

/// <summary>The acts of a run, each with marks of its own.</summary>
internal sealed class Acts(TimeProvider clock)
{
    private static int _made;

    public Act OpenCase(string firms)
    {
        var mark = Mark();
        return new Act("open-case", Id(), "/networks/new", "open-case", mark, ("firms", firms), ("need", mark));
    }

    public Act Note(CaseId id)
    {
        var mark = Mark();
        return new Act("note", Id(), $"/networks/{id.Value}/note", "note", mark, ("outcome", "call-back"), ("channel", "Call"), ("text", mark));
    }

    public Act Approve(SeededFirm firm, RoundId round) =>
        new("approve", Id(), $"/f/{firm.Token}", "answer", "", ("step", "answer"), ("round", $"{round.Value}"), ("answer", "approve"), ("name", firm.Representative));

    public Act Object(SeededFirm firm, RoundId round)
    {
        var mark = Mark();
        return new Act("object", Id(), $"/f/{firm.Token}", "answer", mark,
            ("step", "answer"), ("round", $"{round.Value}"), ("answer", "object"), ("clause", ""), ("objection", mark), ("name", firm.Representative));
    }

    /// <summary>The firm wants to be called.</summary>
    public Act Talk(SeededFirm firm, RoundId round)
    {
        var mark = Mark();
        return new Act("talk", Id(), $"/f/{firm.Token}", "answer", mark, ("step", "answer"), ("round", $"{round.Value}"), ("answer", "talk"), ("when", mark), ("name", firm.Representative));
    }

    public Act AddFirm(CaseId id, string firms) => new("add-firm", Id(), $"/networks/{id.Value}/add-firm", "add-firm", "", ("firms", firms));

    public Act RemoveFirm(CaseId id, ParticipantId firm) =>
        new("remove-firm", Id(), $"/networks/{id.Value}/firms/{firm.Value}/remove", "remove-firm", "", ("reason", Mark()));

    public Act Revise(CaseId id)
    {
        var mark = Mark();
        return new Act("revise", Id(), $"/networks/{id.Value}/round", "revise", mark, ("reason", mark));
    }

    public Act OpenRound(CaseId id, DraftId draft, DateOnly lastDay) =>
        new("open-round", Id(), $"/networks/{id.Value}/round/open", "open", "", ("step", "send"), ("draft", $"{draft.Value}"), ("kind", "Working"), ("lastDay", $"{lastDay:yyyy-MM-dd}"));

    /// <summary>A new version of the text, each with other words.</summary>
    public Act Upload(CaseId id)
    {
        var mark = Mark();
        return new Act("upload", Id(), $"/networks/{id.Value}/contract", "upload", mark, ("note", mark), ("supersede", "true"))
        {
            File = ("file", "contratto.docx", Seed.Contract(_made)),
        };
    }

    public Act Close(CaseId id)
    {
        var mark = Mark();
        return new Act("close", Id(), $"/networks/{id.Value}/close", "close", mark, ("reason", "no-agreement"), ("text", mark));
    }

    /// <summary>Lines as somebody types two new firms.</summary>
    public static string NewFirms(int first) => $"Gamma {first} Srl {InventedIdentifiers.Vat(first)}\nDelta {first} Srl {InventedIdentifiers.Vat(first + 1)}";

    private Guid Id() => Ids.New(clock);

    private static string Mark() => $"segno-{Interlocked.Increment(ref _made)}";
}
