using Networks.Workflows.Common;

namespace Networks.Workflows.Administration;

/// <summary>Every "no" of the administration's pages, each with its sentence in <c>Texts/Administration</c>.</summary>
internal static class AdministrationRefusals
{
    public static readonly Refusal NotFound = new(RefusalKind.NotFound, "common.not-found");
    public static readonly Refusal TemplateFile = new(RefusalKind.Invalid, "administration.template-file") { Field = "file" };
    public static readonly Refusal TemplateUnread = new(RefusalKind.Invalid, "administration.template-unread") { Field = "read" };
    public static readonly Refusal TemplateAlready = new(RefusalKind.Conflict, "administration.template-already");

    public static readonly Refusal ClosingOwner = new(RefusalKind.Invalid, "administration.closing-owner") { Field = "owner" };
    public static readonly Refusal ClosingName = new(RefusalKind.Invalid, "administration.closing-name") { Field = "name" };
    public static readonly Refusal ClosingFrom = new(RefusalKind.Invalid, "administration.closing-from") { Field = "from" };
    public static readonly Refusal ClosingUntil = new(RefusalKind.Invalid, "administration.closing-until") { Field = "until" };
    public static readonly Refusal ClosingKind = new(RefusalKind.Invalid, "administration.closing-kind") { Field = "kind" };

    public static readonly Refusal ProgrammeName = new(RefusalKind.Invalid, "administration.programme-name") { Field = "name" };
    public static readonly Refusal ProgrammeTerritory = new(RefusalKind.Invalid, "administration.programme-territory") { Field = "territory" };
    public static readonly Refusal ProgrammeUntil = new(RefusalKind.Invalid, "administration.programme-until") { Field = "until" };
    public static readonly Refusal ProgrammeBudget = new(RefusalKind.Invalid, "administration.programme-budget") { Field = "budget" };
    public static readonly Refusal FactItem = new(RefusalKind.Invalid, "administration.fact-item") { Field = "item" };
    public static readonly Refusal FactValue = new(RefusalKind.Invalid, "administration.fact-value") { Field = "value" };
    public static readonly Refusal FactFrom = new(RefusalKind.Invalid, "administration.fact-from") { Field = "since" };
    public static readonly Refusal FactSource = new(RefusalKind.Invalid, "administration.fact-source") { Field = "source" };
    public static readonly Refusal FactBy = new(RefusalKind.Invalid, "administration.fact-by") { Field = "by" };
    public static readonly Refusal FactOn = new(RefusalKind.Invalid, "administration.fact-on") { Field = "on" };

    public static Refusal SmallCell(int least, int most) => new(RefusalKind.Invalid, "administration.small-cell", least, most) { Field = "small" };

    /// <param name="indicator">Stored word.</param>
    public static Refusal Target(string indicator) => new(RefusalKind.Invalid, "administration.target", indicator) { Field = $"target-{indicator}" };

    /// <param name="most">Days.</param>
    public static Refusal ClosingLong(int most) => new(RefusalKind.Invalid, "administration.closing-long", most) { Field = "until" };

    public static Refusal TemplateSame(int number) => new(RefusalKind.Invalid, "administration.template-same", number) { Field = "file" };

    /// <param name="problem">The whole sentence with place and guess, in the reader's language.</param>
    public static Refusal TemplateProblem(string problem) => new(RefusalKind.Invalid, "administration.template-problem", problem) { Field = "file" };
}
