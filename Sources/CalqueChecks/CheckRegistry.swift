internal import CalqueEngine

/// The checks that are built in; the build lists them from the files of `Checks/`.
public enum CheckRegistry {}
