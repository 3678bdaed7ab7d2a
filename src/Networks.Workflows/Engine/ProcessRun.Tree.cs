using Networks.Data.Work;

namespace Networks.Workflows.Engine;

/// <summary>Where a scope lies among the others.</summary>
internal sealed partial class ProcessRun
{
    public bool IsWithin(Guid scopeId, Scope ancestor)
    {
        for (var scope = Scope(scopeId); ; scope = Scope(scope.ParentId!.Value))
        {
            if (scope.Id == ancestor.Id)
            {
                return true;
            }

            if (scope.ParentId is null)
            {
                return false;
            }
        }
    }

    public int DepthOf(Scope scope) => scope.ParentId is { } parent ? 1 + DepthOf(Scope(parent)) : 0;

    /// <summary>Whether a scope belongs to the case's own path, or to a part of it, and not to what runs beside.</summary>
    public bool IsOfPath(Scope scope)
    {
        while (ParentOf(scope) is { } parent)
        {
            scope = parent;
        }

        return !ProcessOf(scope).IsBeside;
    }
}
