namespace Networks.Web.Components;

/// <summary>The five shapes of a state.</summary>
public enum TagState
{
    /// <summary>Full circle: reached.</summary>
    Done,

    /// <summary>Half circle: reached for something older, or on the way.</summary>
    Partly,

    /// <summary>Empty circle: asked, not yet there.</summary>
    Open,

    /// <summary>Cross: refused, invalid, objected.</summary>
    No,

    /// <summary>Dash: not asked, does not apply.</summary>
    None,
}
