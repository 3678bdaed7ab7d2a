using System.Globalization;
using Networks.Data.Changes;
using Networks.Web.Components;
using Networks.Workflows.Common;

namespace Networks.Web.Changes.ShowChange;

/// <summary>Words and shapes of a change.</summary>
internal static class ChangeWords
{
    /// <param name="firm">Null where it is about the whole network.</param>
    public static string Title(ChangeKind kind, string? firm) => Words.Say($"change-pages.title-{kind}", firm ?? "");

    public static string Text(ChangeStatus status) => Words.Say($"change-pages.status-{status}");

    public static TagState TagOf(ChangeStatus status) => status switch
    {
        ChangeStatus.UnderWay => TagState.Partly,
        ChangeStatus.Done => TagState.Done,
        ChangeStatus.GivenUp => TagState.None,
    };

    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.CurrentCulture);
}
